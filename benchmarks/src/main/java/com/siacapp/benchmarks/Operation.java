package com.siacapp.benchmarks;

import java.io.IOException;

/** What one client does again and again. */
interface Operation extends AutoCloseable {

    /** Does it once, and throws if the answer is not the right one. */
    void run() throws Exception;

    @Override
    default void close() throws IOException {}

    /** Whoever may do it: each client that comes has a connection of its own, and what else it needs. */
    @FunctionalInterface
    interface Clients {
        Operation next() throws Exception;
    }
}
