package com.siacapp.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Requests sent by sixteen at the same moment. */
public final class Race {

    private static final int RACERS = 16;

    private Race() {}

    /** Many more requests than racers: each racer sends the next until all are sent. */
    public static List<Answer> of(int requests, Callable<Answer> request) throws Exception {
        var threads = Executors.newFixedThreadPool(RACERS);
        try {
            var answers = new ArrayList<Answer>();
            for (var answer : threads.invokeAll(Collections.nCopies(requests, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    public static List<Answer> of(Callable<Answer> request) throws Exception {
        var start = new CyclicBarrier(RACERS);
        var threads = Executors.newFixedThreadPool(RACERS);
        try {
            Callable<Answer> racer = () -> {
                start.await();
                return request.call();
            };
            var answers = new ArrayList<Answer>();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> racer).limit(RACERS).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
