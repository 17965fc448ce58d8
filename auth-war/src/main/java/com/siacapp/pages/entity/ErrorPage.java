package com.siacapp.pages.entity;

/**
 * A problem the browser must not be redirected with.
 *
 * @param logId what the person can quote, and the operator can find
 */
public record ErrorPage(PageAddress address, Problem problem, String logId) implements Page {

    /** What happened, as far as the person is concerned; the log says the rest. */
    public enum Problem {
        /** The app is not registered here, or no longer. */
        UNKNOWN_CLIENT,
        /** Whoever runs this installation stopped the app for everybody. */
        BLOCKED_CLIENT,
        /** The app is described at its maker's address, and that does not answer. */
        UNREACHABLE_CLIENT,
        /** The app's description at its maker's address breaks a rule. */
        UNUSABLE_CLIENT,
        /** The address to return to is not one the app registered. */
        BAD_REDIRECT,
        /** The request is broken in a way that cannot be sent back to the app. */
        BAD_REQUEST,
        /** Nobody is signed in, and the app forbids to ask. */
        SIGN_IN_FORBIDDEN,
        /** A pushed request is over, or was answered before. */
        EXPIRED_REQUEST,
        /** A form was sent too late, twice, or from elsewhere. */
        EXPIRED_FORM,
        NOT_FOUND,
        /** A limit is reached, or we have too much to do. */
        TOO_MUCH,
        /** A fault of ours. */
        UNEXPECTED
    }

    @Override
    public String template() {
        return "error";
    }
}
