package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the client said to a {@link Question}.
 *
 * @param json the result of the question's method
 */
public record Answer(JsonNode json) {

    /** Of an elicitation: {@code accept}, {@code decline} or {@code cancel}. */
    public String action() {
        return json.path("action").asText();
    }

    /** Whether the person filled the form in and sent it; a person may also decline, or close it. */
    public boolean isAccepted() {
        return action().equals("accept");
    }

    /** What the person filled in; it satisfies the schema that was asked for. */
    public JsonNode content() {
        return json.path("content");
    }

    /** Of a sampling: the text of the client's model. */
    public String text() {
        var content = json.path("content");
        return (content.isArray() ? content.path(0) : content).path("text").asText();
    }
}
