package com.siacapp.transport.control;

/** A request ends before its message is looked at, with this status; the reason is shown. */
public final class HttpRefusal extends RuntimeException {

    private final int status;
    private final String reason;

    HttpRefusal(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }
}
