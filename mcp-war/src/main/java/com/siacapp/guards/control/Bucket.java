package com.siacapp.guards.control;

import com.siacapp.limits.entity.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** As many tokens at once as the rate allows in its time, which come back evenly over that time. It begins full. */
final class Bucket {

    private static final double NANOS = 1e9;

    private double taken;
    private Instant asOf;

    Bucket(Instant now) {
        asOf = now;
    }

    /** Takes a token; if there is none, how long until there is one. */
    synchronized Optional<Duration> take(Rate rate, Instant now) {
        var perSecond = rate.times() / seconds(rate.window());
        if (now.isAfter(asOf)) {
            taken = Math.max(0, taken - seconds(Duration.between(asOf, now)) * perSecond);
        }
        // A clock that was set back is believed too: else nothing would come back until it is as late again.
        asOf = now;
        var missing = taken + 1 - rate.times();
        if (missing <= 0) {
            taken++;
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) Math.ceil(missing / perSecond * NANOS)));
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / NANOS;
    }
}
