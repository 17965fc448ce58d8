package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The MCP endpoint, called by a client of the 2025-11-25 era with this token. */
public record Mcp(String token) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Mcp with(String token) {
        return new Mcp(token);
    }

    public static Mcp as(Person person, String... scopes) {
        return with(OAuthClient.registered().tokensFor(person, scopes).access());
    }

    public Answer ping() {
        return request("ping", Map.of());
    }

    public Answer call(String tool, Map<String, ?> arguments) {
        return request("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    /** The result of a call that was let in. */
    public JsonNode result(String tool, Map<String, ?> arguments) {
        var answer = call(tool, arguments);
        var result = answer.json().path("result");
        if (result.isMissingNode()) {
            throw new AssertionError("No result: " + answer);
        }
        return result;
    }

    public Answer request(String method, Map<String, ?> params) {
        return send(message(method, params).toString(), request -> request);
    }

    /** Any body, with the headers of a well-behaved client unless they are changed. */
    public Answer send(String body, UnaryOperator<HttpRequest.Builder> more) {
        return Http.send("/mcp", "POST", BodyPublishers.ofString(body), request -> {
            request.header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .header("MCP-Protocol-Version", "2025-11-25");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return more.apply(request);
        });
    }

    public static ObjectNode message(String method, Map<String, ?> params) {
        var message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0");
        message.put("id", 1);
        message.put("method", method);
        message.set("params", JSON.valueToTree(params));
        return message;
    }
}
