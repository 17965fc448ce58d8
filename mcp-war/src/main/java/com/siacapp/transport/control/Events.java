package com.siacapp.transport.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Json;
import java.time.Duration;

/** Server-sent events as they are on the wire (HTML Standard §9.2). */
final class Events {

    /** A comment, which readers skip. */
    static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(UTF_8);

    /** After how long a client that lost its connection comes back. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private Events() {}

    static byte[] of(JsonNode message) {
        return ("event: message\ndata: " + json(message) + "\n\n").getBytes(UTF_8);
    }

    static byte[] of(String id, JsonNode message) {
        return ("id: " + id + "\nevent: message\ndata: " + json(message) + "\n\n").getBytes(UTF_8);
    }

    /** An event that has an id and says nothing but after how long to come back (MCP 2025-11-25, basic/transports). */
    static byte[] priming(String id) {
        return ("id: " + id + "\nretry: " + RETRY.toMillis() + "\ndata:\n\n").getBytes(UTF_8);
    }

    private static String json(JsonNode message) {
        try {
            return Json.MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
