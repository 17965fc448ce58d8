package com.siacapp.limits.boundary;

import com.siacapp.limits.control.DelaySettings;
import com.siacapp.limits.control.Streaks;
import com.siacapp.limits.entity.Key;
import com.siacapp.limits.entity.TryLaterException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes who fails wait, longer with each failure in a row and never longer than a few minutes. The first failures cost
 * nothing, and until then any number may try at once. Afterwards one try is free after each wait, so that a burst of
 * guesses is worth no more than one. A try refused does not count and prolongs nothing.
 */
@Stateless
public class Delays {

    private static final int MOST_DOUBLINGS = 20;

    @Inject
    Streaks streaks;

    @Inject
    Clock clock;

    /**
     * Before a try.
     *
     * @param free how many failures in a row cost nothing
     * @throws TryLaterException while one has to wait
     */
    public Try begin(int free, String... key) {
        var hashed = Key.of(key);
        var now = clock.instant();
        var streak = streaks.find(hashed, now);
        if (streak.count() < free) {
            return new Try(hashed, free, false);
        }
        var wait = delay(streak.count(), free);
        var remaining = Duration.between(now, streak.lastAt().plus(wait));
        if (remaining.isNegative() || remaining.isZero()) {
            if (streaks.takeTry(hashed, wait, now)) {
                return new Try(hashed, free, true);
            }
            remaining = wait;
        }
        throw refusal(remaining);
    }

    /** After a failure. */
    public void failed(Try attempt) {
        streaks.count(attempt.key(), clock.instant());
    }

    /**
     * After a success, which ends the streak. Of many tries at once, those that end after too many of them failed are
     * refused even when they were right, so that a burst of guesses is worth no more than guesses one by one.
     *
     * @throws TryLaterException when it came too late
     */
    public void succeeded(Try attempt) {
        var now = clock.instant();
        var streak = streaks.find(attempt.key(), now);
        if (!attempt.isTheOnlyOne() && streak.count() >= attempt.free()) {
            throw refusal(delay(streak.count(), attempt.free()));
        }
        if (streak.count() > 0) {
            streaks.forget(attempt.key());
        }
    }

    /** Two seconds after the first failure that costs, twice as long after each further one, up to the longest. */
    private static Duration delay(long failures, int free) {
        var doublings = (int) Math.min(failures - free, MOST_DOUBLINGS);
        var grown = Duration.ofSeconds(2L << doublings);
        return grown.compareTo(DelaySettings.LONGEST.value()) < 0 ? grown : DelaySettings.LONGEST.value();
    }

    private static TryLaterException refusal(Duration wait) {
        return TryLaterException.limitReached(wait, "too many failures in a row");
    }

    /** A try that was let through. */
    public record Try(Key key, int free, boolean isTheOnlyOne) {}
}
