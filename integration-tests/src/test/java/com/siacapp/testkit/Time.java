package com.siacapp.testkit;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;

/** The server's time, which tests move instead of waiting. */
public final class Time {

    private static volatile Duration ahead = Duration.ZERO;

    private Time() {}

    /** The server's time now. */
    public static Instant now() {
        return Instant.now().plus(ahead);
    }

    public static void passes(Duration duration) {
        var answer = Http.send(
                "/in-container/clock?advance=" + duration, "POST", BodyPublishers.noBody(), request -> request);
        if (answer.status() != 200) {
            throw new AssertionError("The clock did not move: " + answer);
        }
        ahead = ahead.plus(duration);
    }
}
