package com.siacapp.protocol.entity;

import java.util.List;

/** The arguments of a call cannot become the record its method takes. */
public final class UnfitArguments extends Exception {

    private final List<String> broken;

    UnfitArguments(List<String> broken) {
        super("unfit arguments", null, false, false);
        this.broken = broken;
    }

    /** The rules they break, in the person's language; empty if they are of another form altogether. */
    public List<String> broken() {
        return broken;
    }
}
