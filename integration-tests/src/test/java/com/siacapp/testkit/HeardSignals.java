package com.siacapp.testkit;

import com.siacapp.signals.entity.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the node under test hears by signals from a moment on, and what it says itself. */
public final class HeardSignals {

    private static final String PATH = "/in-container/signals";

    /** Far longer than it takes: a signal that does not come at all is the failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private int from;

    private HeardSignals(int from) {
        this.from = from;
    }

    public static HeardSignals fromNow() {
        return new HeardSignals(Integer.parseInt(Http.get(PATH).body()));
    }

    /** Everything up to the first one like this. */
    public List<Signal> until(Predicate<Signal> wanted) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        var heard = new ArrayList<Signal>();
        while (System.nanoTime() < patience) {
            for (var line : Http.get(PATH + "?from=" + from).body().lines().toList()) {
                from++;
                var signal = signal(line);
                heard.add(signal);
                if (wanted.test(signal)) {
                    return heard;
                }
            }
        }
        throw new AssertionError("It was not heard; others were: " + heard);
    }

    public List<Signal> until(Signal wanted) {
        return until(wanted::equals);
    }

    private static Signal signal(String line) {
        return Signal.MISSED.payload().equals(line)
                ? Signal.MISSED
                : Signal.of(line).orElseThrow();
    }

    /** The node says it in a transaction that is committed. */
    public static void say(Signal signal) {
        post("commit", signal.payload());
    }

    /** The node says it in a transaction that is taken back. */
    public static void sayAndTakeBack(Signal signal) {
        post("roll back", signal.payload());
    }

    public static boolean isListening() {
        return post("listening", "").equals("true");
    }

    /** How many threads of the server listen, whatever is deployed there. */
    public static int listeners() {
        return Integer.parseInt(post("listeners", ""));
    }

    private static String post(String what, String signal) {
        var answer = Http.postForm(PATH, Http.pairs(Map.of("do", what, "signal", signal)), request -> request);
        if (answer.status() != 200) {
            throw new AssertionError("Not done: " + answer);
        }
        return answer.body();
    }
}
