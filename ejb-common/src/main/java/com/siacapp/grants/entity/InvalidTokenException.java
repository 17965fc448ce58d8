package com.siacapp.grants.entity;

/** An access token that is not good; the message says why, for the log only. */
public class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    public InvalidTokenException(String reason) {
        super(reason);
    }
}
