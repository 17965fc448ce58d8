package com.siacapp.testkit;

import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads the body of an answer line by line: the events of a stream (HTML, server-sent events), or the one message that is
 * all of it.
 */
final class Events {

    private final boolean isStream;
    private final StringBuilder data = new StringBuilder();
    private final AtomicInteger comments = new AtomicInteger();
    private boolean isEvent;
    private volatile String lastId = "";
    private volatile String retry = "";

    Events(boolean isStream) {
        this.isStream = isStream;
    }

    static Events of(HttpHeaders headers) {
        return new Events(headers.firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent());
    }

    /** The data of the event that this line ends, which may be nothing. */
    Optional<String> line(String line) {
        if (!isStream) {
            data.append(line).append('\n');
        } else if (line.isEmpty() && isEvent) {
            return Optional.of(taken());
        } else {
            field(line);
        }
        return Optional.empty();
    }

    /** What is left at the end: of a stream nothing, because an event ends with an empty line. */
    Optional<String> end() {
        return isStream || data.toString().isBlank() ? Optional.empty() : Optional.of(taken());
    }

    private void field(String line) {
        var value = line.substring(line.indexOf(':') + 1).strip();
        switch (line.replaceFirst(":.*$", "")) {
            case "" -> {
                if (!line.isEmpty()) {
                    comments.incrementAndGet();
                }
                return;
            }
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "id" -> lastId = value;
            case "retry" -> retry = value;
            default -> {
                return;
            }
        }
        isEvent = true;
    }

    private String taken() {
        var text = data.toString();
        data.setLength(0);
        isEvent = false;
        return text;
    }

    /** The id of the last event that had one. */
    String lastId() {
        return lastId;
    }

    /** After how many milliseconds the server wants the client back. */
    String retry() {
        return retry;
    }

    int comments() {
        return comments.get();
    }
}
