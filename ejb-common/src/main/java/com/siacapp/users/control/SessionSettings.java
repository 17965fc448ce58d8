package com.siacapp.users.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long people stay signed in with a browser. */
public interface SessionSettings {

    /** The longest a session lasts, however it is used. */
    Setting<Duration> LIFESPAN = Setting.duration("SIAC_SESSION_LIFESPAN", "PT12H");

    /** How long a session lasts unused. */
    Setting<Duration> IDLE_LIMIT = Setting.duration("SIAC_SESSION_IDLE_LIMIT", "PT30M");

    /** How many browsers one person can be signed in with; more than anybody uses, so that sessions do not pile up. */
    int MOST_AT_ONCE = 10;
}
