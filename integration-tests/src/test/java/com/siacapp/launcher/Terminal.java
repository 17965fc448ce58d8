package com.siacapp.launcher;

import java.io.BufferedReader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a program printed so far, and whoever waits for it to print something. */
final class Terminal {

    private final StringBuilder text = new StringBuilder();
    private final Map<String, CompletableFuture<Void>> awaited = new HashMap<>();
    private final Thread reader;

    Terminal(BufferedReader output) {
        reader = new Thread(() -> output.lines().forEach(this::show), "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    private synchronized void show(String line) {
        text.append(line).append('\n');
        awaited.forEach((words, shown) -> {
            if (line.contains(words)) {
                shown.complete(null);
            }
        });
    }

    /** Done once a line holds these words. */
    synchronized CompletableFuture<Void> shows(String words) {
        var shown = awaited.computeIfAbsent(words, absent -> new CompletableFuture<>());
        if (text.indexOf(words) >= 0) {
            shown.complete(null);
        }
        return shown;
    }

    synchronized String text() {
        return text.toString();
    }

    /** All of it, which also says that nothing prints here any more. */
    String toItsEnd() throws InterruptedException {
        reader.join(5_000);
        if (reader.isAlive()) {
            throw new AssertionError("something still holds the terminal:\n" + text());
        }
        return text();
    }
}
