package com.siacapp.benchmarks;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer of HTTP.
 *
 * @param head the status line and the headers
 * @param text the body
 */
record Reply(int status, String head, String text) {

    Optional<String> header(String name) {
        return headers(name).findFirst();
    }

    Stream<String> headers(String name) {
        var start = name + ":";
        return head.lines()
                .skip(1)
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip());
    }

    /** This answer, which must be the right one: of this status, and with this in it. */
    Reply require(int expectedStatus, String part) {
        if (status != expectedStatus || !text.contains(part)) {
            throw new WrongAnswer("not %d with %s: %s%n%s".formatted(expectedStatus, part, head, text));
        }
        return this;
    }

    /** The text between these two, which is in the body. */
    String between(String before, String after) {
        var start = text.indexOf(before) + before.length();
        var end = text.indexOf(after, start);
        if (start < before.length() || end < 0) {
            throw new WrongAnswer("no " + before + " in: " + text);
        }
        return text.substring(start, end);
    }

    /** The server answered something else than what was measured. */
    static final class WrongAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongAnswer(String what) {
            super(what);
        }
    }
}
