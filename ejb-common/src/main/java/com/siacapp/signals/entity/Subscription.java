package com.siacapp.signals.entity;

/** Closing it ends the delivery of signals; what is being delivered at this moment still arrives. */
public interface Subscription extends AutoCloseable {

    /** Whether this node hears signals now. While it does not, what must be known at once is read from the database. */
    boolean isListening();

    @Override
    void close();
}
