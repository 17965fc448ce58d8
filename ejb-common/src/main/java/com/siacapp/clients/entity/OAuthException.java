package com.siacapp.clients.entity;

import jakarta.ejb.ApplicationException;

/**
 * A request that ends in an OAuth error. It rolls nothing back: what a refused request must leave behind, such as the
 * revocation after a replay, is to survive the refusal.
 */
@ApplicationException(rollback = false)
public class OAuthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OAuthError error;

    protected OAuthException(OAuthError error, String reason) {
        super(reason);
        this.error = error;
    }

    public OAuthError error() {
        return error;
    }

    /** Why, for the log. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
