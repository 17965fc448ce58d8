package com.siacapp.testkit;

import java.net.URI;
import java.util.stream.Stream;

/** The numbers an operator fetches. */
public final class Metrics {

    private Metrics() {}

    /** The sum of all series of this name that have these labels, each as {@code name="value"}; 0 before there is one. */
    public static double sum(String name, String... labels) {
        return series(name, labels)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Whether there is such a series. */
    public static boolean has(String name, String... labels) {
        return series(name, labels).findAny().isPresent();
    }

    public static String all() {
        return Http.visit(URI.create("http://localhost:" + System.getProperty("siac.management.port") + "/metrics"))
                .body();
    }

    private static Stream<String> series(String name, String... labels) {
        return all().lines()
                .filter(line -> line.startsWith(name + "{"))
                .filter(line -> Stream.of(labels).allMatch(line::contains));
    }
}
