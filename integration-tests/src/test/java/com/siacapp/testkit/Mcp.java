package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The MCP endpoint, called by a client with this token. A call is told as a story, the same in both eras:
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
        String token, McpEra era, Map<String, McpReply> replies, Set<String> declared, Optional<String> logLevel) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Mcp with(String token) {
        return new Mcp(token, McpEra.LEGACY, Map.of(), Set.of(), Optional.empty());
    }

    public static Mcp as(Person person, String... scopes) {
        return with(OAuthClient.registered().tokensFor(person, scopes).access());
    }

    /** The same client in the newer era. */
    public Mcp modern() {
        return in(McpEra.MODERN);
    }

    public Mcp in(McpEra other) {
        return new Mcp(token, other, replies, declared, logLevel);
    }

    /** The same client with one more answer. In the older era questions have no key and are answered in order. */
    public Mcp answering(String key, McpReply reply) {
        var more = new LinkedHashMap<>(replies);
        more.put(key, reply);
        return new Mcp(token, era, more, declared, logLevel);
    }

    /** The same client, which says that it can do this too; a name with a slash is an extension's. */
    public Mcp declaring(String capability) {
        var more = new TreeSet<>(declared);
        more.add(capability);
        return new Mcp(token, era, replies, more, logLevel);
    }

    /** The same client, which wants to hear what calls log. */
    public Mcp hearing(String level) {
        return new Mcp(token, era, replies, declared, Optional.of(level));
    }

    public Answer ping() {
        return send(message("ping", Map.of()).toString(), request -> request);
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

    /** Any body, with the headers of a well-behaved client unless they are changed. */
    public Answer send(String body, UnaryOperator<HttpRequest.Builder> more) {
        return Http.send("/mcp", "POST", BodyPublishers.ofString(body), request -> more.apply(headers(request)));
    }

    /** The same, with the answer as it comes. */
    public McpStream open(String body, UnaryOperator<HttpRequest.Builder> more) {
        return new McpStream(
                Http.open("/mcp", "POST", BodyPublishers.ofString(body), request -> more.apply(headers(request))));
    }

    public static ObjectNode message(String method, Map<String, ?> params) {
        var message = JSON.createObjectNode();
        message.put("jsonrpc", "2.0");
        message.put("id", 1);
        message.put("method", method);
        message.set("params", JSON.valueToTree(params));
        return message;
    }

    /** What it declares. */
    ObjectNode capabilities() {
        var capabilities = JSON.createObjectNode();
        declared.forEach(name ->
                (name.contains("/") ? capabilities.withObjectProperty("extensions") : capabilities).putObject(name));
        replies.values().forEach(reply -> capabilities.putObject(reply.capability()));
        return capabilities;
    }

    /** Whether an older client has to ask for a session: because it will be asked, or wants to hear something. */
    boolean needsSession() {
        return !capabilities().isEmpty() || logLevel.isPresent();
    }

    private HttpRequest.Builder headers(HttpRequest.Builder request) {
        request.header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", era.version());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }
}
