package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one client and the server say to each other: every message, either way, is valid by the official schema of its
 * version, or the test fails.
 */
public final class Wire {

    /** What the official schema has no definition for, because it is part of an extension. */
    private static final Set<String> OF_EXTENSIONS = Set.of("notifications/tasks");

    private final WireSchema schema;
    private final Map<String, String> askedByClient = new ConcurrentHashMap<>();
    private final Map<String, String> askedByServer = new ConcurrentHashMap<>();

    public Wire(String version) {
        this.schema = WireSchema.of(version);
    }

    /** What the client says, if it is a message. */
    public JsonNode sent(JsonNode message) {
        if (message.isArray()) {
            schema.verifyBatch("JSONRPCBatchRequest", message);
            message.forEach(this::sent);
        } else {
            check(message, askedByClient, askedByServer);
        }
        return message;
    }

    /** What the server says, if it may say so in this version. */
    public JsonNode received(JsonNode message) {
        var method = message.path("method").asText();
        if (message.isArray()) {
            schema.verifyBatch("JSONRPCBatchResponse", message);
            message.forEach(this::received);
        } else if (method.isEmpty() || schema.knows(method)) {
            check(message, askedByServer, askedByClient);
        } else if (!OF_EXTENSIONS.contains(method)) {
            throw new AssertionError("Not of this version: " + message);
        }
        return message;
    }

    private void check(JsonNode message, Map<String, String> askedBySpeaker, Map<String, String> askedByOther) {
        var id = message.path("id").toString();
        if (message.has("method")) {
            schema.verify(message);
            if (message.has("id")) {
                askedBySpeaker.put(id, message.path("method").asText());
            }
        } else {
            schema.verifyAnswer(askedByOther.getOrDefault(id, ""), message);
        }
    }
}
