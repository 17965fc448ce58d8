package com.siacapp.grants.entity;

/** A DPoP proof that does not hold for its request; the message says why, for the log only. */
public class InvalidProofException extends InvalidTokenException {

    private static final long serialVersionUID = 1L;

    public InvalidProofException(String reason) {
        super(reason);
    }
}
