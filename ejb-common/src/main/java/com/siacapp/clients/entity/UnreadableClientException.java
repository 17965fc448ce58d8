package com.siacapp.clients.entity;

import jakarta.ejb.ApplicationException;

/** A client whose id is the address of a document, and what is wrong with that document. */
@ApplicationException(rollback = false)
public class UnreadableClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, as far as it makes a difference to the person. */
    public enum Trouble {
        /** The host says there is no such document. */
        GONE,
        /** The host did not answer as it should, or may not be asked now: another time it may. */
        UNREACHABLE,
        /** There is a document, and it breaks a rule. */
        UNUSABLE
    }

    private final Trouble trouble;

    public UnreadableClientException(Trouble trouble, String reason) {
        super(reason);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Why, for the log. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
