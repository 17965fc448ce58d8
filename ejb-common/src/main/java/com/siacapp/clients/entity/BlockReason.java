package com.siacapp.clients.entity;

import java.util.Optional;

/** Why an operator blocked a client, in one line for other operators. */
public record BlockReason(String value) {

    public static final int LONGEST = 200;

    public BlockReason {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("A reason has 1 to " + LONGEST + " characters");
        }
    }

    /** What was typed, on one line; none if that is empty or too long. */
    public static Optional<BlockReason> typed(String text) {
        return Optional.of(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip())
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST)
                .map(BlockReason::new);
    }
}
