package com.siacapp.users.control;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * Password hashing with Argon2id (OWASP: 19 MiB, 2 passes, 1 lane). Each hash takes memory and a core for a while, so
 * only as many run at once as there are cores; others wait their turn.
 */
@ApplicationScoped
public class Passwords {

    /** Longer input is no password of ours, and hashing it would be an attacker's lever. */
    public static final int LONGEST = 1024;

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    private static final int SALT_BYTES = 16;

    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** A hash of no password: what is checked when there is no such person, so that the answer takes as long. */
    private final String nobodysHash = hash("nobody");

    public String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(ARGON2)
                    .getResult();
        } finally {
            turns.release();
        }
    }

    public boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            turns.release();
        }
    }

    /** Takes the time of a check and fails (ASVS 6.3.8: no enumeration by timing). */
    public boolean matchNobody(String password) {
        matches(password, nobodysHash);
        return false;
    }

    /** Whether the hash was made with weaker parameters than today's. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(ARGON2);
    }
}
