package com.siacapp.audit.entity;

import java.util.Optional;
import java.util.UUID;

/** Who does what a line of the log tells of: a person, or whoever holds the command line, which asks nobody's name. */
public record Author(Optional<UUID> person) {

    public static final Author COMMAND_LINE = new Author(Optional.empty());

    public static Author of(UUID person) {
        return new Author(Optional.of(person));
    }
}
