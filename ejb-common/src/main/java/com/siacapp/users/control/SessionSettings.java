package com.siacapp.users.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long people stay signed in with a browser. */
public interface SessionSettings {

    Setting<Duration> LIFESPAN =
            Setting.duration("SIAC_SESSION_LIFESPAN", "PT12H", "The longest somebody stays signed in with a browser.");

    Setting<Duration> IDLE_LIMIT =
            Setting.duration("SIAC_SESSION_IDLE_LIMIT", "PT30M", "How long a session lasts unused.");

    /** With the address it came from; nothing asks for it any more. */
    Setting<Duration> RETENTION =
            Setting.duration("SIAC_SESSION_RETENTION", "P7D", "How long a session is kept after its end.");

    /** How many browsers one person can be signed in with; more than anybody uses, so that sessions do not pile up. */
    int MOST_AT_ONCE = 10;
}
