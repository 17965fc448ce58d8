package com.siacapp.tasks.entity;

import java.util.Locale;

/** What a task is at. The last three are for ever. */
public enum TaskStatus {
    WORKING,
    INPUT_REQUIRED,
    COMPLETED,
    FAILED,
    CANCELLED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
        return compareTo(COMPLETED) >= 0;
    }
}
