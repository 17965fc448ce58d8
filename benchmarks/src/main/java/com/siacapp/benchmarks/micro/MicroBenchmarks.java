package com.siacapp.benchmarks.micro;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs them: microseconds for each operation. */
public final class MicroBenchmarks {

    private static final int ROUNDS = 5;
    private static final TimeValue ROUND = TimeValue.seconds(1);

    private MicroBenchmarks() {}

    /** @param arguments which, as a regular expression, and the file for the results */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(MicroBenchmarks.class.getPackageName() + ".*" + arguments[0])
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.MICROSECONDS)
                        .forks(1)
                        .warmupIterations(ROUNDS)
                        .warmupTime(ROUND)
                        .measurementIterations(ROUNDS)
                        .measurementTime(ROUND)
                        .resultFormat(ResultFormatType.JSON)
                        .result(arguments[1])
                        .build())
                .run();
    }
}
