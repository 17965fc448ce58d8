package com.siacapp.users.entity;

import jakarta.ejb.ApplicationException;

/**
 * Somebody asked for what their role does not let them do; it says nothing of what there is. An application exception,
 * because a refusal is no fault of ours: the container hands it on and writes no error into the log. Nothing is stored.
 */
@ApplicationException(rollback = true)
public class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason is for our log only. */
    public NotPermittedException(String reason) {
        super(reason);
    }
}
