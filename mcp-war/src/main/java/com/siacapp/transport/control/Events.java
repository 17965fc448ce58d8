package com.siacapp.transport.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Json;

/** Server-sent events as they are on the wire (HTML Standard §9.2). */
final class Events {

    /** A comment, which readers skip. */
    static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(UTF_8);

    private Events() {}

    static byte[] of(JsonNode message) {
        return ("event: message\ndata: " + json(message) + "\n\n").getBytes(UTF_8);
    }

    static byte[] of(String id, JsonNode message) {
        return ("id: " + id + "\nevent: message\ndata: " + json(message) + "\n\n").getBytes(UTF_8);
    }

    private static String json(JsonNode message) {
        try {
            return Json.MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
