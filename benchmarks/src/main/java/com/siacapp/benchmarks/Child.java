package com.siacapp.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that this one started, and ends with it. */
final class Child implements AutoCloseable {

    private static final int LONGEST_STOP_SECONDS = 60;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    static Child start(List<String> pinning, List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(
                        Stream.concat(pinning.stream(), command.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            var child = new Child(builder.start());
            Runtime.getRuntime().addShutdownHook(new Thread(child.process::destroy));
            return child;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** What a command says, which must end well. */
    static String run(List<String> command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + " failed: " + said);
            }
            return said;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Waits until it ends by itself, which must be well. */
    void awaitGoodEnd() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("A command ended with " + process.exitValue() + "; see its log");
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
