package com.siacapp.keys.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long keys are used. */
public interface KeySettings {

    /** How long a key signs before the next one does. */
    Setting<Duration> ROTATION = Setting.duration("SIAC_SIGNING_KEY_ROTATION", "P90D");

    /** How long others may keep our published keys without asking again. */
    Duration JWKS_MAX_AGE = Duration.ofMinutes(5);

    /** How long a key is published before it signs: every copy of the published keys, and every node, has it by then. */
    Duration LEAD = JWKS_MAX_AGE.plusMinutes(1);

    /** No token lives longer; so long, and a little for clocks that differ, a key verifies after it signed the last. */
    Duration LONGEST_TOKEN_LIFE = Duration.ofHours(24);

    Duration CLOCK_SKEW = Duration.ofMinutes(5);
}
