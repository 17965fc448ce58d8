package com.siacapp.pages.entity;

/** A form for a password, whose next try has to wait after too many failures. */
public interface Waiting {

    /** How many seconds; 0 when it need not wait. */
    long waitSeconds();

    default boolean isWaiting() {
        return waitSeconds() > 0;
    }

    /** Whether the wait is better said in minutes. */
    default boolean isLongWait() {
        return waitSeconds() > 60;
    }

    /** The wait in minutes, rounded up. */
    default long waitMinutes() {
        return (waitSeconds() + 59) / 60;
    }
}
