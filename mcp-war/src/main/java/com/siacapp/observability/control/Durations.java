package com.siacapp.observability.control;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests there were and how long they took (OpenTelemetry, semantic conventions for MCP, metrics).
 *
 * <p>WildFly's registry serves what is asked for by name and tags; what a builder registers stays invisible
 * ({@code ApplicationRegistry}), so that no timer can have a histogram. Counters with the label {@code le} are one.
 */
final class Durations {

    private static final String NAME = "mcp.server.operation.duration";

    /** Requests that took no longer than {@code le} seconds. */
    private static final String WITHIN = "mcp.server.operation.within";

    private static final List<String> BOUNDARIES =
            List.of("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10");

    private final MeterRegistry registry;
    private final Map<Series, Meters> meters = new ConcurrentHashMap<>();

    Durations(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(Subject subject, Outcome outcome, Duration duration) {
        meters.computeIfAbsent(new Series(subject.method(), subject.tool(), outcome.errorType()), this::registered)
                .record(duration);
    }

    private Meters registered(Series series) {
        var tags = Tags.of(
                "mcp.method.name", series.method(), "gen_ai.tool.name", series.tool(), "error.type", series.error());
        var within = BOUNDARIES.stream()
                .map(seconds ->
                        new Bucket(Double.parseDouble(seconds), registry.counter(WITHIN, tags.and("le", seconds))))
                .toList();
        return new Meters(registry.timer(NAME, tags), within, registry.counter(WITHIN, tags.and("le", "+Inf")));
    }

    /** All of them are names of ours, so there is an end to them. */
    private record Series(String method, String tool, String error) {}

    private record Bucket(double seconds, Counter counter) {}

    private record Meters(Timer timer, List<Bucket> within, Counter all) {

        void record(Duration duration) {
            timer.record(duration);
            all.increment();
            var seconds = (double) duration.toNanos() / SECONDS.toNanos(1);
            within.stream()
                    .filter(bucket -> seconds <= bucket.seconds())
                    .forEach(bucket -> bucket.counter().increment());
        }
    }
}
