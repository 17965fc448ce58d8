package com.siacapp.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** What runs now, stopped once, in the opposite order of its start, whichever thread asks first. */
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean closing;

    /** Takes charge of a part; one that started while everything stops is stopped at once. */
    synchronized <T extends AutoCloseable> T keep(T part) {
        if (closing) {
            close(part);
        }
        parts.push(part);
        return part;
    }

    boolean isClosing() {
        return closing;
    }

    @Override
    public synchronized void close() {
        if (!closing) {
            closing = true;
            parts.forEach(Running::close);
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
