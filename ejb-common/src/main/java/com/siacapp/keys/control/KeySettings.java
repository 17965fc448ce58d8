package com.siacapp.keys.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** How long keys are used, and what protects them. */
public interface KeySettings {

    Setting<Duration> ROTATION =
            Setting.duration("SIAC_SIGNING_KEY_ROTATION", "P90D", "How long a key signs before the next one does.");

    Setting<SecretKey> ENCRYPTION_KEY = new Setting<>(
                    "SIAC_ENCRYPTION_KEY",
                    "32 random bytes in base64",
                    null,
                    "Protects the private keys in the database; it must be set, alike on all nodes, and without it stored keys cannot be read.",
                    KeySettings::key)
            .required()
            .secret();

    /** How long others may keep our published keys without asking again. */
    Duration JWKS_MAX_AGE = Duration.ofMinutes(5);

    /** How long a key is published before it signs: every copy of the published keys, and every node, has it by then. */
    Duration LEAD = JWKS_MAX_AGE.plusMinutes(1);

    /** No token lives longer; so long, and a little for clocks that differ, a key verifies after it signed the last. */
    Duration LONGEST_TOKEN_LIFE = Duration.ofHours(24);

    Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** The length of a key of AES-256. */
    int ENCRYPTION_KEY_BYTES = 32;

    private static SecretKey key(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != ENCRYPTION_KEY_BYTES) {
            throw new IllegalArgumentException("not 32 bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
