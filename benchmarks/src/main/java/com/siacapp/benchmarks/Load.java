package com.siacapp.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/** Some clients that do the same at the same time, each the next as soon as it has the answer to the last. */
final class Load {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private enum Phase {
        WARM_UP,
        MEASURED,
        OVER
    }

    private final AtomicInteger errors = new AtomicInteger();
    private final AtomicReference<Throwable> firstError = new AtomicReference<>();
    private volatile Phase phase = Phase.WARM_UP;

    private Load() {}

    /** Measures for so long, after so long of the same that is not measured. */
    static Measured run(Operation.Clients clients, int number, Duration warmUp, Duration measured, Usage.Meter meter)
            throws Exception {
        return new Load().measure(clients, number, warmUp, measured, meter);
    }

    private Measured measure(
            Operation.Clients clients, int number, Duration warmUp, Duration measured, Usage.Meter meter)
            throws Exception {
        var histograms = new ArrayList<Histogram>();
        var threads = new ArrayList<Thread>();
        // All are there before the first begins: signing in is no part of what is measured.
        for (var i = 0; i < number; i++) {
            var operation = clients.next();
            var histogram = new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
            histograms.add(histogram);
            threads.add(new Thread(() -> work(operation, histogram), "client-" + i));
        }
        threads.forEach(Thread::start);
        TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
        var before = meter.read();
        phase = Phase.MEASURED;
        TimeUnit.MILLISECONDS.sleep(measured.toMillis());
        var usage = meter.read().since(before);
        phase = Phase.OVER;
        var all = new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
        for (var i = 0; i < number; i++) {
            threads.get(i).join();
            all.add(histograms.get(i));
        }
        return new Measured(number, all, usage, errors.get(), Optional.ofNullable(firstError.get()));
    }

    /** Who got a wrong answer does not go on: it could go on very fast. */
    private void work(Operation operation, Histogram histogram) {
        try (operation) {
            while (phase != Phase.OVER) {
                var isMeasured = phase == Phase.MEASURED;
                var began = System.nanoTime();
                operation.run();
                if (isMeasured) {
                    var micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
                    histogram.recordValue(Math.min(micros, LONGEST_MICROS));
                }
            }
        } catch (Exception | Error wrong) {
            errors.incrementAndGet();
            firstError.compareAndSet(null, wrong);
        }
    }

    /** What came of it. */
    record Measured(int clients, Histogram micros, Usage usage, int errors, Optional<Throwable> firstError) {

        private static final double MICROS_PER_MILLI = 1000;
        private static final double MILLIS_PER_SECOND = 1000;

        long operations() {
            return micros.getTotalCount();
        }

        double perSecond() {
            return operations() * MILLIS_PER_SECOND / usage.elapsed();
        }

        double percentileMillis(double percentile) {
            return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
        }

        /** Milliseconds of one core for each operation: the same as seconds for a thousand. */
        double serverMillis() {
            return each(usage.server());
        }

        double databaseMillis() {
            return each(usage.database());
        }

        double driverMillis() {
            return each(usage.driver());
        }

        private double each(double millis) {
            return millis / Math.max(1, operations());
        }
    }
}
