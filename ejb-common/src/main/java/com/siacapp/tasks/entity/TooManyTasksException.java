package com.siacapp.tasks.entity;

import jakarta.ejb.ApplicationException;

/** The person has as many open tasks as anybody may have. */
@ApplicationException(rollback = true)
public final class TooManyTasksException extends RuntimeException {

    public TooManyTasksException() {
        super("too many open tasks", null, false, false);
    }
}
