package com.siacapp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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
