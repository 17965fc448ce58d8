package com.siacapp.testkit;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** The server's time, which tests move instead of waiting. */
public final class Time {

    private Time() {}

    public static void passes(Duration duration) {
        var answer = Http.send(
                "/in-container/clock?advance=" + duration, "POST", BodyPublishers.noBody(), request -> request);
        if (answer.status() != 200) {
            throw new AssertionError("The clock did not move: " + answer);
        }
    }
}
