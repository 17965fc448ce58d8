package com.siacapp.protocol.entity;

/** A call ends here and begins anew as a task, which its client asks for from time to time. */
public final class BecomesTask extends RuntimeException {

    BecomesTask() {
        super("goes on as a task", null, false, false);
    }
}
