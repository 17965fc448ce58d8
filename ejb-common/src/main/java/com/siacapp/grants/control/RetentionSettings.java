package com.siacapp.grants.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long clients that nobody uses, and grants that are over, are kept. */
public interface RetentionSettings {

    Setting<Duration> UNUSED_CLIENT_LIFESPAN = Setting.duration(
            "SIAC_UNUSED_CLIENT_LIFESPAN",
            "P1D",
            "How long a client that registered itself may stay without ever being used.");

    Setting<Duration> UNUSED_CLIENT_CHECK =
            Setting.duration("SIAC_UNUSED_CLIENT_CHECK", "PT10M", "How often each node looks for such clients.");

    /** Who presents a spent code or token until then ends the grant; later it is like one that never was. */
    Setting<Duration> GRANTS = Setting.duration(
            "SIAC_GRANT_RETENTION",
            "P30D",
            "How long a grant is kept after its end, and spent codes and refresh tokens after their expiry, so that a"
                    + " replay is recognised.");
}
