package com.siacapp.observability.control;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How many requests there were and how long they took (OpenTelemetry, semantic conventions for MCP, metrics). */
final class Durations {

    private static final String NAME = "mcp.server.operation.duration";

    private static final Duration[] BOUNDARIES = Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    Durations(MeterRegistry registry) {
        this.registry = registry;
    }

    void record(Subject subject, Outcome outcome, Duration duration) {
        timers.computeIfAbsent(new Series(subject.method(), subject.tool(), outcome.errorType()), this::timer)
                .record(duration);
    }

    private Timer timer(Series series) {
        return Timer.builder(NAME)
                .description("Requests of MCP clients")
                .tag("mcp.method.name", series.method())
                .tag("gen_ai.tool.name", series.tool())
                .tag("error.type", series.error())
                .serviceLevelObjectives(BOUNDARIES)
                .register(registry);
    }

    /** All of them are names of ours, so there is an end to them. */
    private record Series(String method, String tool, String error) {}
}
