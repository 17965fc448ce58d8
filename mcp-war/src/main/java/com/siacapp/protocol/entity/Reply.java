package com.siacapp.protocol.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes back for one message: an HTTP status, and a JSON-RPC response unless there is nothing to say. */
public final class Reply {

    /** Heard, and nothing to say: notifications and responses. */
    public static final Reply ACCEPTED = new Reply(202, null);

    /** Done, and nothing to say. */
    public static final Reply NO_CONTENT = new Reply(204, null);

    private final int httpStatus;
    private final @Nullable JsonNode body;
    private final Map<String, String> headers;
    private byte @Nullable [] json;

    private Reply(int httpStatus, @Nullable JsonNode body) {
        this(httpStatus, body, Map.of());
    }

    private Reply(int httpStatus, @Nullable JsonNode body, Map<String, String> headers) {
        this.httpStatus = httpStatus;
        this.body = body;
        this.headers = headers;
    }

    /** The same with one header more. */
    public Reply with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(httpStatus, body, Map.copyOf(more));
    }

    /** The result of the request with this id. */
    public static Reply answering(JsonNode id, ObjectNode result) {
        var response = response(id);
        response.set("result", result);
        return new Reply(200, response);
    }

    /** The replies to the messages of a batch that want one (2025-03-26, basic). */
    public static Reply toBatch(List<Reply> replies) {
        var bodies = Json.array();
        replies.forEach(reply -> reply.body().ifPresent(bodies::add));
        return bodies.isEmpty() ? ACCEPTED : new Reply(200, bodies);
    }

    /** The error a request ended in; without an id where there was none to read (basic, error responses). */
    public static Reply refusing(@Nullable JsonNode id, RpcException refused, int httpStatus) {
        var response = response(id);
        response.set("error", error(refused));
        var reply = new Reply(httpStatus, response);
        return refused.data()
                .map(data -> data.path(RpcException.RETRY_AFTER))
                .filter(JsonNode::isIntegralNumber)
                .map(seconds -> reply.with("Retry-After", seconds.asText()))
                .orElse(reply);
    }

    /** Not now: too much of it. */
    public static Reply tryingLater(@Nullable JsonNode id, long retryAfterSeconds) {
        var refused = RpcError.TOO_MANY_REQUESTS.because("wait a little", retryAfterSeconds);
        return refusing(id, refused, refused.error().httpStatus());
    }

    /** The error object alone. */
    public static ObjectNode error(RpcException refused) {
        var error = Json.object().put("code", refused.error().code()).put("message", refused.getMessage());
        refused.data().ifPresent(data -> error.set("data", data));
        return error;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** What the answer carries beside its body. */
    public Map<String, String> headers() {
        return headers;
    }

    public Optional<JsonNode> body() {
        return Optional.ofNullable(body);
    }

    /** The body as it is sent, written once; no bytes if there is none. */
    public synchronized byte[] json() {
        if (json == null) {
            json = body == null ? new byte[0] : written(body);
        }
        return json;
    }

    private static byte[] written(JsonNode body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode response(@Nullable JsonNode id) {
        var response = Json.object().put("jsonrpc", "2.0");
        if (id != null) {
            response.set("id", id);
        }
        return response;
    }
}
