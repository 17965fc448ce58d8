package com.siacapp.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** What runs now, stopped once, in the opposite order of its start, whichever thread asks first. */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closing;

    /** Starts a part. Whoever asks to stop meanwhile waits for it: a part half started could not be stopped. */
    synchronized <T extends AutoCloseable> T start(Supplier<T> starting) throws InterruptedException {
        if (closing) {
            throw new InterruptedException("asked to stop");
        }
        var part = starting.get();
        parts.push(part);
        return part;
    }

    boolean isClosing() {
        return closing;
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
