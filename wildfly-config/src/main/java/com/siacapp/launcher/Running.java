package com.siacapp.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What runs now, stopped once, in the opposite order of its start, whichever thread asks first. */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closing;

    private Running() {}

    /** Something that runs until it is told to stop. */
    interface Work {

        /** Starts its parts by {@link #start}, and returns when the last of them ended by itself. */
        void on(Running running) throws InterruptedException;
    }

    /** Does this in the foreground. Ctrl-C and SIGTERM end it, whatever is going on. */
    static void inForeground(Work work) {
        var running = new Running();
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        try {
            work.on(running);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (LaunchException refused) {
            if (!running.closing) {
                running.close();
                throw refused;
            }
        }
    }

    /** Starts a part. Whoever asks to stop meanwhile waits for it: a part half started could not be stopped. */
    synchronized <T extends AutoCloseable> T start(Supplier<T> starting) throws InterruptedException {
        if (closing) {
            throw new InterruptedException("asked to stop");
        }
        var part = starting.get();
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        closing = true;
        stop();
    }

    private synchronized void stop() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception stillThere) {
            System.err.println("Could not stop " + part + ": " + stillThere.getMessage());
        }
    }
}
