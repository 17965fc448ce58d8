package com.siacapp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the server under test writes into its log. */
public final class ServerLog {

    private ServerLog() {}

    /** Everything that was written while this ran, by whomever. */
    public static String during(Runnable work) {
        var before = size();
        work.run();
        try {
            var written = Files.readAllBytes(file());
            return new String(written, before, written.length - before, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every line of this run, in the files of all its days. */
    public static List<String> whole() {
        try (var files = Files.list(file().getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith("server.log"))
                    .flatMap(ServerLog::lines)
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
