package com.siacapp.observability.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Reply;

/**
 * How a request ended.
 *
 * @param name {@code ok}, {@code input_required}, {@code task}, {@code stream}, or what kind of error
 * @param isError whether it failed
 * @param code the code of a JSON-RPC error; empty if it was none
 */
public record Outcome(String name, boolean isError, String code) {

    /** An error nobody foresaw. */
    public static final Outcome FAULT = failed("fault");

    /** Refused with a challenge, for scopes the token lacks. */
    public static final Outcome INSUFFICIENT_SCOPE = failed("insufficient_scope");

    /** Became a stream that stays open. */
    public static final Outcome STREAM = good("stream");

    private static final Outcome OK = good("ok");
    private static final Outcome INPUT_REQUIRED = good("input_required");
    private static final Outcome TASK = good("task");
    private static final Outcome TOOL_ERROR = failed("tool_error");

    public static Outcome of(Reply reply) {
        return reply.body().map(Outcome::of).orElse(OK);
    }

    private static Outcome of(JsonNode body) {
        if (body.has("error")) {
            var error = body.path("error");
            var code = error.path("code").asText();
            return new Outcome(code, true, code);
        }
        var result = body.path("result");
        if (result.path("isError").asBoolean()) {
            return TOOL_ERROR;
        }
        return switch (result.path("resultType").asText()) {
            case "input_required" -> INPUT_REQUIRED;
            case "task" -> TASK;
            default -> OK;
        };
    }

    /** The kind of error; empty if there was none. */
    String errorType() {
        return isError ? name : "";
    }

    private static Outcome failed(String kind) {
        return new Outcome(kind, true, "");
    }

    private static Outcome good(String kind) {
        return new Outcome(kind, false, "");
    }
}
