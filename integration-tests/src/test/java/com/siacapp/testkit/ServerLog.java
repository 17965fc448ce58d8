package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server under test writes into its log; and, for the look at all logs, what any other server said. */
public final class ServerLog {

    /** How the files begin that have what other servers said. */
    private static final String KEPT = "said-";

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private ServerLog() {}

    /** Everything that was written while this ran, by whomever. */
    public static String during(Runnable work) {
        var before = size();
        work.run();
        return since(before);
    }

    /** What was written until the line of this request was there, which comes a moment after its answer. */
    public static String until(Supplier<Answer> request) {
        var before = size();
        var line = Pattern.compile("request=" + request.get().header("X-Request-Id") + " .*\\R");
        var patience = Instant.now().plus(A_WHILE);
        var written = since(before);
        while (!line.matcher(written).find()) {
            assertThat(Instant.now()).as("no line in " + written).isBefore(patience);
            written = since(before);
        }
        return written;
    }

    private static String since(int size) {
        try {
            var written = Files.readAllBytes(file());
            return new String(written, size, written.length - size, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every line of this run, in the files of all its days. */
    public static List<String> whole() {
        return startingWith(file().getParent(), "server.log").stream()
                .flatMap(ServerLog::lines)
                .toList();
    }

    /** The logs of the server under test, and of every other server that a test started. */
    public static List<Path> files() {
        var all = new ArrayList<>(startingWith(file().getParent(), "server.log"));
        all.addAll(startingWith(work(), KEPT));
        return all;
    }

    /** Keeps what another server said, until all logs are looked at. */
    public static void keep(String log) {
        try {
            Files.writeString(Files.createTempFile(work(), KEPT, ".log"), log);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The same of its files, as far as there are any. */
    public static void keep(Path... logs) {
        Stream.of(logs)
                .filter(Files::exists)
                .map(log -> lines(log).collect(Collectors.joining("\n")))
                .forEach(ServerLog::keep);
    }

    private static Path work() {
        return Path.of(System.getProperty("siac.work"));
    }

    private static List<Path> startingWith(Path folder, String name) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the line says that a tool answered what its own schema forbids. */
    public static boolean isBrokenPromise(String line) {
        return line.contains("com.siacapp.tools.broken-promises");
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int size() {
        try {
            return Math.toIntExact(Files.size(file()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path file() {
        return Path.of(System.getProperty("siac.work"), "arquillian-server", "log", "server.log");
    }
}
