package com.siacapp.incontainer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Takes the place of the system's clock in the EAR under test; tests move it forward instead of waiting. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock {

    private static volatile Duration ahead = Duration.ZERO;

    /** Public, because the caller is in another module of the EAR. */
    public static void advance(Duration duration) {
        ahead = ahead.plus(duration);
    }

    public static Instant now() {
        return Instant.now().plus(ahead);
    }

    @Produces
    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now();
            }
        };
    }
}
