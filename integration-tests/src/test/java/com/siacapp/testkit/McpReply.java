package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What the client, its person or its model says when a call asks.
 *
 * @param method the method it answers
 * @param result as that method defines it
 */
public record McpReply(String method, JsonNode result) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ELICITATION = "elicitation/create";

    /** The person filled in the form. */
    public static McpReply accept(Map<String, ?> content) {
        return elicitation("accept", JSON.createObjectNode().set("content", JSON.valueToTree(content)));
    }

    /** The person said no. */
    public static McpReply decline() {
        return elicitation("decline", JSON.createObjectNode());
    }

    /** The person closed the form. */
    public static McpReply cancel() {
        return elicitation("cancel", JSON.createObjectNode());
    }

    /** The client's model said this. */
    public static McpReply sampled(String text) {
        var result = JSON.createObjectNode().put("role", "assistant").put("model", "test-model");
        result.putObject("content").put("type", "text").put("text", text);
        return new McpReply("sampling/createMessage", result);
    }

    /** The client's model answered so. */
    public static McpReply sampling(String result) {
        return new McpReply("sampling/createMessage", Mcp.parsed(result));
    }

    /** The person set out for the page. */
    public static McpReply setOut() {
        return elicitation("accept", JSON.createObjectNode());
    }

    /** The client works in this folder. */
    public static McpReply root(String uri) {
        var result = JSON.createObjectNode();
        result.putArray("roots").addObject().put("uri", uri);
        return new McpReply("roots/list", result);
    }

    /** Whether it answers this question. */
    boolean answers(JsonNode question) {
        return question.path("method").asText().equals(method);
    }

    /** What a client that can answer so declares. */
    String capability() {
        return method.substring(0, method.indexOf('/'));
    }

    private static McpReply elicitation(String action, ObjectNode result) {
        return new McpReply(ELICITATION, result.put("action", action));
    }
}
