package com.siacapp.limits.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as PostgreSQL returns them from native queries: seconds of the epoch, exact to the microsecond. */
final class Moment {

    private static final double MICROS = 1e6;

    private Moment() {}

    static Instant ofEpoch(Number seconds) {
        return Instant.EPOCH.plus(Math.round(seconds.doubleValue() * MICROS), ChronoUnit.MICROS);
    }
}
