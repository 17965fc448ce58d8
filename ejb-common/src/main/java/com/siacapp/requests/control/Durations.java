package com.siacapp.requests.control;

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
 * How many requests of a kind there were and how long they took: {@code kind.duration} and, with the label {@code le},
 * {@code kind.within}.
 *
 * <p>WildFly's registry serves what is asked for by name and tags; what a builder registers stays invisible
 * ({@code ApplicationRegistry}), so that no timer can have a histogram. Counters with the label {@code le} are one.
 */
public final class Durations {

    private static final List<String> BOUNDARIES =
            List.of("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10");

    private final MeterRegistry registry;
    private final String kind;
    private final Map<Tags, Meters> meters = new ConcurrentHashMap<>();

    public Durations(MeterRegistry registry, String kind) {
        this.registry = registry;
        this.kind = kind;
    }

    /** @param tags values of which there is an end: names of ours, never what a caller wrote */
    public void record(Tags tags, Duration duration) {
        meters.computeIfAbsent(tags, this::registered).record(duration);
    }

    private Meters registered(Tags tags) {
        // Requests that took no longer than so many seconds.
        var within = kind + ".within";
        var buckets = BOUNDARIES.stream()
                .map(seconds ->
                        new Bucket(Double.parseDouble(seconds), registry.counter(within, tags.and("le", seconds))))
                .toList();
        return new Meters(
                registry.timer(kind + ".duration", tags), buckets, registry.counter(within, tags.and("le", "+Inf")));
    }

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
