package com.siacapp.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Two connections made one: what comes by either goes on by the other, until one of them ends. */
final class Relay {

    private Relay() {}

    /** Work that ends when its connection does. */
    interface Work {
        void run() throws IOException;
    }

    static void join(Socket one, Socket other) throws IOException {
        inBackground(() -> copy(one.getInputStream(), other.getOutputStream(), one, other));
        inBackground(() -> copy(other.getInputStream(), one.getOutputStream(), one, other));
    }

    static void inBackground(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The other side notices.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void copy(InputStream from, OutputStream to, Socket one, Socket other) throws IOException {
        try (one;
                other) {
            from.transferTo(to);
        }
    }
}
