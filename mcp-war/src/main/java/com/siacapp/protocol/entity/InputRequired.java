package com.siacapp.protocol.entity;

import static com.siacapp.protocol.entity.RpcError.MISSING_CLIENT_CAPABILITY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    /** Whether all it takes is that the person goes to a page, or to several. */
    public boolean isForPagesOnly() {
        return questions.values().stream().allMatch(Question::isPage);
    }

    /** The error for a client with these capabilities, which cannot: what else it must declare (basic, error codes). */
    public RpcException refusal(JsonNode capabilities) {
        var required = Json.object();
        questions
                .values()
                .forEach(question -> question.missingIn(capabilities)
                        .properties()
                        .forEach(missing ->
                                required.withObjectProperty(missing.getKey()).setAll((ObjectNode) missing.getValue())));
        return MISSING_CLIENT_CAPABILITY.with(Json.object().set("requiredCapabilities", required));
    }
}
