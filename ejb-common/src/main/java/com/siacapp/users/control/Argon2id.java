package com.siacapp.users.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.siacapp.keys.entity.Secret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's hash by Argon2id (RFC 9106), as it is stored: in the PHC string format that the reference implementation
 * writes, with the cost it was made at and its salt.
 */
final class Argon2id {

    static final long BYTES_PER_KIB = 1024;

    private static final int HASH_BYTES = 32;

    private static final Pattern STORED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2id(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * What a hash takes. RFC 9106 §3.1 sets the least; the most is what no hash of ours comes near.
     *
     * @param memory in KiB
     */
    record Cost(int memory, int passes, int lanes) {

        private static final int LEAST_MEMORY_PER_LANE = 8;
        private static final int MOST_MEMORY = 64 * 1024;
        private static final int MOST_PASSES = 10;
        private static final int MOST_LANES = 4;

        Cost {
            if (lanes < 1
                    || lanes > MOST_LANES
                    || passes < 1
                    || passes > MOST_PASSES
                    || memory < LEAST_MEMORY_PER_LANE * lanes
                    || memory > MOST_MEMORY) {
                throw new IllegalArgumentException("A cost that no hash of ours has");
            }
        }
    }

    /** A new hash, with a salt of its own. */
    static Argon2id hash(String password, Cost cost) {
        var salt = Base64.getUrlDecoder().decode(Secret.random().value());
        return new Argon2id(cost, salt, computed(password, cost, salt, HASH_BYTES));
    }

    /** @throws IllegalArgumentException if it is none of ours */
    static Argon2id parse(String stored) {
        var parts = STORED.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a hash by Argon2id");
        }
        var cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        var decoder = Base64.getDecoder();
        return new Argon2id(cost, decoder.decode(parts.group(4)), decoder.decode(parts.group(5)));
    }

    Cost cost() {
        return cost;
    }

    /** In constant time. */
    boolean isOf(String password) {
        return MessageDigest.isEqual(hash, computed(password, cost, salt, hash.length));
    }

    private static byte[] computed(String password, Cost cost, byte[] salt, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var result = new byte[length];
        generator.generateBytes(password.getBytes(UTF_8), result);
        return result;
    }

    @Override
    public String toString() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memory(),
                        cost.passes(),
                        cost.lanes(),
                        encoder.encodeToString(salt),
                        encoder.encodeToString(hash));
    }
}
