package com.siacapp.users.control;

import com.siacapp.limits.entity.TryLaterException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Password hashing with Argon2id (OWASP: 19 MiB, 2 passes, 1 lane). Each hash takes memory and a core for a while, so
 * only as many run at once as there are cores and room for. A few wait their turn; who would wait longer is asked to
 * come again, so that sign-ins never hold all of the server's threads.
 */
@ApplicationScoped
public class Passwords {

    /** Longer input is no password of ours, and hashing it would be an attacker's lever. */
    public static final int LONGEST = 1024;

    private static final Argon2id.Cost COST = new Argon2id.Cost(19 * 1024, 2, 1);

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** As many as there are cores, if they take no more than a quarter of the heap. */
    private static final int AT_ONCE = (int) Math.max(
            1, Math.min(CORES, Runtime.getRuntime().maxMemory() / 4 / (COST.memory() * Argon2id.BYTES_PER_KIB)));

    /** The server has 16 threads per core for requests, and two cores at least; one turn lasts some 50 ms. */
    private static final int MOST_AT_ONCE = 12 * Math.max(CORES, 2);

    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /** A hash of no password: what is checked when there is no such person, so that the answer takes as long. */
    private final String nobodysHash = Argon2id.hash("nobody", COST).toString();

    /** @throws TryLaterException when too many wait */
    public String hash(String password) {
        return inTurn(() -> Argon2id.hash(password, COST).toString());
    }

    /** @throws TryLaterException when too many wait */
    public boolean matches(String password, String hash) {
        return inTurn(() -> Argon2id.parse(hash).isOf(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw TryLaterException.overloaded(A_MOMENT, "too many passwords wait to be hashed");
        }
        try {
            turns.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    /** Takes the time of a check and fails (ASVS 6.3.8: no enumeration by timing). */
    public boolean matchNobody(String password) {
        matches(password, nobodysHash);
        return false;
    }

    /** Whether the hash was made with weaker parameters than today's. */
    public boolean isOutdated(String hash) {
        return !Argon2id.parse(hash).cost().equals(COST);
    }
}
