package com.siacapp.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two commands of README, on this checkout as it is.
 *
 * @param toReady from {@code mvn -Prun package} to the first answer that all is well, built before
 * @param tests of {@code mvn verify}
 */
record Builds(Duration toReady, Duration tests) {

    /** Empty if the run was not asked for them: they take half an hour. */
    static Optional<Builds> measure(Options options) throws InterruptedException {
        if (options.checkout().isEmpty()) {
            return Optional.empty();
        }
        var checkout = options.checkout().orElseThrow();
        Benchmark.say("mvn -Prun package");
        var toReady = timeToReady(options, checkout);
        Benchmark.say("mvn verify");
        return Optional.of(new Builds(toReady, timeOfTests(options, checkout)));
    }

    private static Duration timeToReady(Options options, Path checkout) throws InterruptedException {
        var site = new Site(Site.freePort());
        var command = maven(
                checkout,
                "-Prun",
                "-Dsiac.port=" + site.port(),
                "-Dsiac.management.port=" + Site.freePort(),
                "package");
        var began = System.nanoTime();
        try (var maven =
                Child.start(List.of(), command, Map.of(), options.work().resolve("run.log"))) {
            RunningServer.awaitHealth(site, maven);
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static Duration timeOfTests(Options options, Path checkout) throws InterruptedException {
        var began = System.nanoTime();
        try (var maven = Child.start(
                List.of(), maven(checkout, "verify"), Map.of(), options.work().resolve("verify.log"))) {
            maven.awaitGoodEnd();
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static List<String> maven(Path checkout, String... arguments) {
        return Stream.concat(Stream.of("mvn", "--batch-mode", "--file", checkout.toString()), Stream.of(arguments))
                .toList();
    }
}
