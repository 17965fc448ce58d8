package com.siacapp.users.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long the links last that one person hands to another. */
public interface AccountSettings {

    Setting<Duration> INVITATION_LIFESPAN = Setting.duration("SIAC_INVITATION_LIFESPAN", "P7D");

    Setting<Duration> PASSWORD_RESET_LIFESPAN = Setting.duration("SIAC_PASSWORD_RESET_LIFESPAN", "PT24H");
}
