package com.siacapp.signals.entity;

/** Closing it ends the delivery of signals; what is being delivered at this moment still arrives. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
