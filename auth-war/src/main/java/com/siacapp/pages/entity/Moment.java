package com.siacapp.pages.entity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A point in time as pages write it: the same for every reader, because nobody told us where they are. */
public record Moment(Instant instant) {

    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** For programs, as the {@code datetime} of a {@code <time>}. */
    public String iso() {
        return instant.toString();
    }

    /** For people. */
    public String text() {
        return TO_THE_MINUTE.format(instant);
    }

    public String day() {
        return text().substring(0, 10);
    }
}
