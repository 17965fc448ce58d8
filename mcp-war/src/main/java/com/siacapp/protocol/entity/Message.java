package com.siacapp.protocol.entity;

import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One JSON-RPC message from a client (MCP 2026-07-28, basic, messages). */
public sealed interface Message {

    /** Of an id, in characters: it is repeated with all that a call says, and sent to other nodes. */
    int LONGEST_ID = 256;

    /** Asks for a result. */
    record Request(JsonNode id, String method, ObjectNode params) implements Message {

        /** {@code params._meta}, empty if there is none. */
        public JsonNode meta() {
            return params.path(MetaKey.META);
        }
    }

    /** Tells something. */
    record Notification(String method, ObjectNode params) implements Message {}

    /** Answers a request of ours. */
    record Response(JsonNode id, JsonNode json) implements Message {}

    /** A notification of ours. */
    static ObjectNode notification(String method, ObjectNode params) {
        var message = Json.object().put("jsonrpc", "2.0").put("method", method);
        message.set("params", params);
        return message;
    }

    /** The person is done with the page of this name (2025-11-25, client/elicitation, completion notifications). */
    static ObjectNode pageIsDone(String elicitationId) {
        return notification("notifications/elicitation/complete", Json.object().put("elicitationId", elicitationId));
    }

    /** The message in this JSON value. */
    static Message of(JsonNode json) {
        if (!json.isObject() || !json.path("jsonrpc").asText().equals("2.0")) {
            throw INVALID_REQUEST.because("not a JSON-RPC 2.0 message");
        }
        if (!json.has("method") && (json.has("result") || json.has("error"))) {
            return new Response(json.path("id"), json);
        }
        if (!json.path("method").isTextual()) {
            throw INVALID_REQUEST.because("method must be a string");
        }
        var method = json.path("method").textValue();
        if (!json.has("id")) {
            return new Notification(method, paramsOf(json));
        }
        var id = idOf(json)
                .orElseThrow(() -> INVALID_REQUEST.because(
                        "id must be a string of at most %d characters, or an integer".formatted(LONGEST_ID)));
        return new Request(id, method, paramsOf(json));
    }

    /** The id to answer with, if the message has a valid one. */
    static Optional<JsonNode> idOf(JsonNode json) {
        var id = json.path("id");
        return canBeId(id) ? Optional.of(id) : Optional.empty();
    }

    /** Whether it can be the id of a request, or of its progress. */
    static boolean canBeId(JsonNode value) {
        return (value.isTextual() || value.isIntegralNumber()) && value.asText().length() <= LONGEST_ID;
    }

    private static ObjectNode paramsOf(JsonNode json) {
        if (!json.has("params")) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (json.get("params") instanceof ObjectNode params) {
            return params;
        }
        throw INVALID_REQUEST.because("params must be an object");
    }
}
