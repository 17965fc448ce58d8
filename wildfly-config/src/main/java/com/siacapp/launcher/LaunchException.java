package com.siacapp.launcher;

/** Why a command did not do what it was asked: a sentence for the person at the terminal. */
final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private LaunchException(String sentence) {
        super(sentence);
    }

    static LaunchException because(String sentence) {
        return new LaunchException(sentence);
    }

    /** What lies at the bottom of a failure, on one line. */
    static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElseThrow().replaceFirst("^[\\w.$]+\\.", "");
    }
}
