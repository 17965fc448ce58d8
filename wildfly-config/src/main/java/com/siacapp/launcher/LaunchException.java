package com.siacapp.launcher;

/** Why there is no start: a sentence for the person at the terminal. */
final class LaunchException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int USAGE = 2;
    private static final int FAILURE = 1;

    private final int exitCode;

    private LaunchException(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    static LaunchException because(String sentence) {
        return new LaunchException(FAILURE, sentence);
    }

    static LaunchException usage(String sentence) {
        return new LaunchException(USAGE, sentence);
    }

    /** What lies at the bottom of a failure, on one line. */
    static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString().lines().findFirst().orElseThrow().replaceFirst("^[\\w.$]+\\.", "");
    }

    int exitCode() {
        return exitCode;
    }
}
