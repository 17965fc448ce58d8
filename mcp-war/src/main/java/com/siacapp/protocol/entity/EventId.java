package com.siacapp.protocol.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * Names an event among all of a session, and the stream it belongs to (MCP 2025-11-25, basic/transports, resumability).
 *
 * @param number from 1 on; 0 before the first message
 */
public record EventId(UUID stream, int number) {

    private static final int UUID_LENGTH = 36;

    /** What a client sent back, if it is one of ours. */
    public static Optional<EventId> of(String text) {
        try {
            return text.length() > UUID_LENGTH + 1
                    ? Optional.of(new EventId(
                            UUID.fromString(text.substring(0, UUID_LENGTH)),
                            Integer.parseUnsignedInt(text.substring(UUID_LENGTH + 1))))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return stream + "-" + number;
    }
}
