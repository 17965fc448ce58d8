package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A client of an older version after its handshake, with the session it got. */
public final class OlderClient {

    private final McpConnection connection;

    private OlderClient(McpConnection connection) {
        this.connection = connection;
    }

    /** One of 2025-11-25 that can be asked: it can fill in forms. */
    public static OlderClient with(String token) {
        return of(Mcp.with(token).declaring("elicitation"));
    }

    public static OlderClient as(Person person) {
        return with(OAuthClient.registered().tokensFor(person).access());
    }

    /** One of this version that declares this. */
    public static OlderClient of(Mcp mcp) {
        return new OlderClient(new McpConnection(mcp).afterHandshake(mcp.capabilities()));
    }

    /** The answer to a handshake with these capabilities. */
    public static Answer initialize(String token, Map<String, ?> capabilities) {
        return new McpConnection(Mcp.with(token)).initialize(capabilities);
    }

    public String token() {
        return connection.mcp().token();
    }

    public String session() {
        return connection.session();
    }

    /** The same session by another token. */
    public OlderClient by(String otherToken) {
        return new OlderClient(new McpConnection(Mcp.with(otherToken)).in(session()));
    }

    public Answer request(String method, Map<String, ?> params) {
        return send(Mcp.message(method, params));
    }

    /** One message, or a batch of them. */
    public Answer send(JsonNode message) {
        return connection.send(message);
    }

    /** Begins a call, whose answer may take a while. */
    public McpStream calls(String tool) {
        return calls(tool, Map.of());
    }

    public McpStream calls(String tool, Map<String, ?> arguments) {
        return begins(Mcp.message("tools/call", Map.of("name", tool, "arguments", arguments)));
    }

    /** Calls and takes nothing but one JSON value. */
    public Answer callsForJson(String tool, Map<String, ?> arguments) {
        return connection.send(
                Mcp.message("tools/call", Map.of("name", tool, "arguments", arguments)),
                request -> request.setHeader("Accept", "application/json"));
    }

    public McpStream calls(String tool, int id) {
        return begins(Mcp.message("tools/call", Map.of("name", tool, "arguments", Map.of()))
                .put("id", id));
    }

    private McpStream begins(JsonNode message) {
        return connection.open(message, request -> request);
    }

    /** Opens the session's own stream. */
    public McpStream listens() {
        return connection.listen(request -> request);
    }

    /** Comes back for what followed on the stream of this event. */
    public McpStream comesBackAfter(String eventId) {
        return connection.listen(request -> request.header("Last-Event-ID", eventId));
    }

    /** Answers a request of the server's by what the person filled in. */
    public Answer answers(JsonNode asked, Map<String, String> form) {
        return answers(asked.path("id").asText(), form);
    }

    public Answer answers(String id, Map<String, String> form) {
        return responds(id, Map.of("action", "accept", "content", form));
    }

    /** Answers a request of the server's with this result. */
    public Answer responds(String id, Map<String, ?> result) {
        return send(Mcp.response(TextNode.valueOf(id), result));
    }

    /** Wants one of its calls no longer. */
    public Answer cancels(int id) {
        return send(Mcp.notification("notifications/cancelled", Map.of("requestId", id)));
    }

    public Answer endsSession() {
        return Http.send(
                "/mcp",
                "DELETE",
                BodyPublishers.noBody(),
                request -> request.header("Authorization", "Bearer " + token())
                        .header(McpConnection.SESSION_ID, session()));
    }
}
