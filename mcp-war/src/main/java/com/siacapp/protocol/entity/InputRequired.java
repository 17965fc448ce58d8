package com.siacapp.protocol.entity;

import static com.siacapp.protocol.entity.RpcError.MISSING_CLIENT_CAPABILITY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call ends here because the client must answer first; it is invoked again, from its start, with
 * {@linkplain CallContext#answer the answers} (MCP 2026-07-28, multi round-trip requests). So a call asks before it changes
 * anything.
 */
public final class InputRequired extends RuntimeException {

    private final transient Map<String, Question> questions;

    /** @param questions by the key their answers will have, the same at each invocation */
    public InputRequired(Map<String, Question> questions) {
        super("input required: " + questions.keySet(), null, false, false);
        this.questions = new TreeMap<>(questions);
    }

    /** The questions, by the key their answers will have. */
    public Map<String, Question> questions() {
        return questions;
    }

    /** Whether a client with these capabilities can answer all of them. */
    public boolean isFor(JsonNode capabilities) {
        return questions.values().stream().allMatch(question -> question.isFor(capabilities));
    }

    /** The error for a client that cannot: what it must declare to be asked (basic, error codes). */
    public RpcException refusal() {
        var required = Json.object();
        questions.values().forEach(question -> required.setAll(question.requiredCapability()));
        return MISSING_CLIENT_CAPABILITY.with(Json.object().set("requiredCapabilities", required));
    }
}
