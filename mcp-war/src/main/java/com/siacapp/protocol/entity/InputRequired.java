package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A call ends here because the person must answer first; it is invoked again, from its start, with
 * {@linkplain CallContext#answers() the answers} (MCP 2026-07-28, multi round-trip requests).
 */
public final class InputRequired extends RuntimeException {

    private final transient Map<String, Request> requests;

    public InputRequired(Map<String, Request> requests) {
        super("input required: " + requests.keySet());
        this.requests = Map.copyOf(requests);
    }

    /** The questions, by the key their answers will have. */
    public Map<String, Request> requests() {
        return requests;
    }

    /**
     * One question.
     *
     * @param method such as {@code elicitation/create}
     * @param params as that method defines them
     */
    public record Request(String method, JsonNode params) {}
}
