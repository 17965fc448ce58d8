package com.siacapp.users.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long the links last that one person hands to another. */
public interface AccountSettings {

    Setting<Duration> INVITATION_LIFESPAN =
            Setting.duration("SIAC_INVITATION_LIFESPAN", "P7D", "How long an invitation can be used.");

    Setting<Duration> PASSWORD_RESET_LIFESPAN = Setting.duration(
            "SIAC_PASSWORD_RESET_LIFESPAN", "PT24H", "How long a link that sets a new password can be used.");

    Setting<Duration> LINK_RETENTION =
            Setting.duration("SIAC_LINK_RETENTION", "P30D", "How long a one-time link is kept after it is over.");
}
