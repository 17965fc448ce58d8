package com.siacapp.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A limit that we set ourselves.
 *
 * @param measured empty if that line was left out of this run
 */
record Target(String what, String unit, double limit, Optional<Double> measured) {

    private static final int CLIENTS = 16;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final String CPU = "ms of server CPU";

    static List<Target> of(Figures figures) {
        return List.of(
                new Target("start", "s", 20, Optional.of(seconds(figures.secondStart()))),
                new Target(
                        "mvn -Prun package, second run, to ready",
                        "s",
                        45,
                        figures.builds().map(Builds::toReady).map(Target::seconds)),
                new Target(
                        "mvn verify",
                        "min",
                        25,
                        figures.builds().map(Builds::tests).map(time -> seconds(time) / 60)),
                new Target("memory after load", "MiB", 512, Optional.of(figures.residentMiB())),
                cpu(figures, "tools/call " + McpRequest.MODERN, 0.25),
                cpu(figures, "tools/call " + McpRequest.LEGACY, 0.25),
                cpu(figures, "refresh", 2),
                new Target(
                        "refresh",
                        "database round trips",
                        3,
                        Optional.ofNullable(figures.roundTrips().get("refresh"))),
                cpu(figures, "authorize + code exchange", 3.5),
                cpu(figures, "client credentials", 1),
                cpu(figures, "introspection", 0.5),
                cpu(figures, "registration", 1),
                cpu(figures, "discovery", 0.1));
    }

    private static Target cpu(Figures figures, String line, double limit) {
        return new Target(line, CPU, limit, figures.serverMillis(line, CLIENTS));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / MILLIS_PER_SECOND;
    }

    String verdict() {
        return measured.map(value -> value <= limit ? "met" : "missed").orElse("left out");
    }

    boolean isMissed() {
        return measured.filter(value -> value > limit).isPresent();
    }
}
