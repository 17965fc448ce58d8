package com.siacapp.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** One request sent by many at the same moment: sixteen, or as many as {@code siac.scale.race} says. */
public final class Race {

    public static final int RACERS = Integer.getInteger("siac.scale.race", 16);

    private Race() {}

    /** Many more requests than racers: each racer sends the next until all are sent. */
    public static List<Answer> of(int requests, Callable<Answer> request) {
        return run(Collections.nCopies(requests, request));
    }

    public static List<Answer> of(Callable<Answer> request) {
        var start = new CyclicBarrier(RACERS);
        return run(Collections.nCopies(RACERS, () -> {
            start.await();
            return request.call();
        }));
    }

    private static List<Answer> run(List<Callable<Answer>> requests) {
        var threads = Executors.newFixedThreadPool(RACERS);
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError("A racer failed", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        } finally {
            threads.shutdown();
        }
    }
}
