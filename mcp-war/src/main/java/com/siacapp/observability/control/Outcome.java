package com.siacapp.observability.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Reply;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param name {@code ok}, {@code input_required}, {@code deferred}, or what kind of error
 * @param isError whether it failed
 * @param code the code of a JSON-RPC error; empty if it was none
 * @param message the message of a JSON-RPC error, which holds nothing that clients may not see
 */
public record Outcome(String name, boolean isError, String code, String message) {

    /** An error nobody foresaw. */
    public static final Outcome FAULT = failed("fault");

    /** Refused with a challenge, for scopes the token lacks. */
    public static final Outcome INSUFFICIENT_SCOPE = failed("insufficient_scope");

    private static final Outcome OK = new Outcome("ok", false, "", "");
    private static final Outcome DEFERRED = new Outcome("deferred", false, "", "");
    private static final Outcome INPUT_REQUIRED = new Outcome("input_required", false, "", "");
    private static final Outcome TOOL_ERROR = failed("tool_error");

    /** Of a reply; without one it comes later. */
    public static Outcome of(Optional<Reply> reply) {
        return reply.map(given -> given.body().map(Outcome::of).orElse(OK)).orElse(DEFERRED);
    }

    private static Outcome of(JsonNode body) {
        if (body.has("error")) {
            var error = body.path("error");
            var code = error.path("code").asText();
            return new Outcome(code, true, code, error.path("message").asText());
        }
        var result = body.path("result");
        if (result.path("isError").asBoolean()) {
            return TOOL_ERROR;
        }
        return result.path("resultType").asText().equals("input_required") ? INPUT_REQUIRED : OK;
    }

    /** The kind of error; empty if there was none. */
    String errorType() {
        return isError ? name : "";
    }

    private static Outcome failed(String kind) {
        return new Outcome(kind, true, "", "");
    }
}
