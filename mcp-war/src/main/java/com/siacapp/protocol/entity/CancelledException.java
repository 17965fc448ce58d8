package com.siacapp.protocol.entity;

/** A call ends because nobody waits for its result any more. */
public final class CancelledException extends RuntimeException {

    CancelledException() {
        super("cancelled by the client", null, false, false);
    }
}
