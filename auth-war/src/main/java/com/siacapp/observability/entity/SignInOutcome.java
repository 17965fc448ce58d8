package com.siacapp.observability.entity;

/** How an attempt to sign in with a password ended. */
public enum SignInOutcome {
    OK,
    /** Wrong e-mail or password. */
    FAILED,
    /** Too many attempts, or too many at once: nobody looked at the password. */
    REFUSED
}
