package com.siacapp.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The MCP endpoint, called by a client with this token. A call is told as a story, the same in every version:
 *
 * <pre>{@code
 * Mcp.as(AUTHOR).modern().answering("user_name", accept(Map.of("name", "Ana")))
 *         .call("greet").expectText("Hello, Ana!");
 * }</pre>
 *
 * @param replies what it says when it is asked, by the question's key
 * @param declared what it declares, besides what its replies need
 * @param logLevel the least it wants to hear of
 */
public record Mcp(
        String token,
        McpVersion version,
        Map<String, McpReply> replies,
        Set<String> declared,
        Optional<String> logLevel) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger LAST_ID = new AtomicInteger();

    public static Mcp with(String token) {
        return new Mcp(token, McpVersion.NEWEST_LEGACY, Map.of(), Set.of(), Optional.empty());
    }

    public static Mcp as(Person person, String... scopes) {
        return with(OAuthClient.registered().tokensFor(person, scopes).access());
    }

    /** The same client of the newest version. */
    public Mcp modern() {
        return in(McpVersion.V2026_07_28);
    }

    public Mcp in(McpVersion other) {
        return new Mcp(token, other, replies, declared, logLevel);
    }

    /** The same client with one more answer. In the older versions questions have no key and are answered in order. */
    public Mcp answering(String key, McpReply reply) {
        var more = new LinkedHashMap<>(replies);
        more.put(key, reply);
        return new Mcp(token, version, more, declared, logLevel);
    }

    /** The same client, which says that it can do this too: {@code sampling.tools}; a name with a slash is an extension's. */
    public Mcp declaring(String capability) {
        var more = new TreeSet<>(declared);
        more.add(capability);
        return new Mcp(token, version, replies, more, logLevel);
    }

    /** The same client, which wants to hear what calls log. */
    public Mcp hearing(String level) {
        return new Mcp(token, version, replies, declared, Optional.of(level));
    }

    public Answer ping() {
        return send(message("ping", Map.of()));
    }

    public McpOutcome call(String tool) {
        return call(tool, Map.of());
    }

    public McpOutcome call(String tool, Map<String, ?> arguments) {
        return request("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    /** The result of a call that was let in. */
    public JsonNode result(String tool, Map<String, ?> arguments) {
        return call(tool, arguments).result();
    }

    /** The request, told to its end. */
    public McpOutcome request(String method, Map<String, ?> params) {
        return new McpSession(this).tell(method, params);
    }

    /** One message, or a batch of them. */
    public Answer send(JsonNode message) {
        return send(message, request -> request);
    }

    /** The same with other headers perhaps than those of a well-behaved client. */
    public Answer send(JsonNode message, UnaryOperator<HttpRequest.Builder> more) {
        return new McpConnection(this).send(message, more);
    }

    /** Anything; only what comes back has to be valid. */
    public Answer sendNonsense(String body) {
        return sendNonsense(body, request -> request);
    }

    public Answer sendNonsense(String body, UnaryOperator<HttpRequest.Builder> more) {
        return new McpConnection(this).sendUnchecked(body, more);
    }

    /** A request with an id of its own. */
    public static ObjectNode message(String method, Map<String, ?> params) {
        var message = notification(method, params);
        return message.put("id", LAST_ID.incrementAndGet());
    }

    public static ObjectNode notification(String method, Map<String, ?> params) {
        var message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        message.set("params", JSON.valueToTree(params));
        return message;
    }

    /** What answers the request with this id. */
    public static ObjectNode response(JsonNode id, Object result) {
        var message = JSON.createObjectNode().put("jsonrpc", "2.0");
        message.set("id", id);
        message.set("result", JSON.valueToTree(result));
        return message;
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + json, notJson);
        }
    }

    /** What it declares. */
    ObjectNode capabilities() {
        var capabilities = JSON.createObjectNode();
        declared.forEach(name -> {
            if (name.contains("/")) {
                capabilities.withObjectProperty("extensions").withObjectProperty(name);
            } else {
                var inner = capabilities;
                for (var part : name.split("\\.", -1)) {
                    inner = inner.withObjectProperty(part);
                }
            }
        });
        replies.values().forEach(reply -> capabilities.withObjectProperty(reply.capability()));
        return capabilities;
    }

    /** Whether an older client has to ask for a session: because it will be asked, or wants to hear something. */
    boolean needsSession() {
        return !capabilities().isEmpty() || logLevel.isPresent();
    }
}
