package com.siacapp.guides;

/**
 * A block of code of a guide.
 *
 * @param where the page and the line, for messages
 * @param language what it is written in
 * @param notRunBecause why no test can run it; empty for those that are run
 */
record Block(String where, String language, String text, String notRunBecause) {

    boolean isRun() {
        return notRunBecause.isEmpty();
    }

    /** The same, wherever it stands: a guide has it in both languages. */
    Block nowhere() {
        return new Block("", language, text, notRunBecause);
    }

    String firstLine() {
        return text.lines().findFirst().orElse("");
    }
}
