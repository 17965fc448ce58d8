package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A client of 2025-11-25 after its handshake: it can fill in forms, and so has a session. */
public record OlderClient(String token, String session) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One that can be asked. */
    public static OlderClient with(String token) {
        var answer = initialize(token, Map.of("elicitation", Map.of()));
        return new OlderClient(token, answer.header("Mcp-Session-Id"));
    }

    public static OlderClient as(Person person) {
        return with(OAuthClient.registered().tokensFor(person).access());
    }

    /** The answer to a handshake with these capabilities. */
    public static Answer initialize(String token, Map<String, ?> capabilities) {
        return Mcp.with(token)
                .send(
                        Mcp.message(
                                        "initialize",
                                        Map.of(
                                                "protocolVersion",
                                                "2025-11-25",
                                                "capabilities",
                                                capabilities,
                                                "clientInfo",
                                                Map.of("name", "older", "version", "1")))
                                .toString(),
                        request -> request);
    }

    /** The same session by another token. */
    public OlderClient by(String otherToken) {
        return new OlderClient(otherToken, session);
    }

    public Answer request(String method, Map<String, ?> params) {
        return send(Mcp.message(method, params));
    }

    public Answer send(ObjectNode message) {
        return Mcp.with(token).send(message.toString(), request -> request.header("Mcp-Session-Id", session));
    }

    /** Begins a call, whose answer may take a while. */
    public OpenCall calls(String tool) {
        return calls(tool, 1);
    }

    public OpenCall calls(String tool, int id) {
        var message = Mcp.message("tools/call", Map.of("name", tool, "arguments", Map.of()));
        return OpenCall.to("POST", BodyPublishers.ofString(message.put("id", id).toString()), this);
    }

    /** Opens the session's own stream. */
    public OpenCall listens() {
        return OpenCall.to("GET", BodyPublishers.noBody(), this);
    }

    /** Comes back for what followed on the stream of this event. */
    public OpenCall comesBackAfter(String eventId) {
        return OpenCall.to("GET", BodyPublishers.noBody(), this, "Last-Event-ID", eventId);
    }

    /** Answers a request of the server's by what the person filled in. */
    public Answer answers(JsonNode asked, Map<String, String> form) {
        return answers(asked.path("id").asText(), form);
    }

    public Answer answers(String id, Map<String, String> form) {
        var response = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", id);
        response.set("result", JSON.valueToTree(Map.of("action", "accept", "content", form)));
        return send(response);
    }

    /** Wants one of its calls no longer. */
    public Answer cancels(int id) {
        return send(
                Mcp.message("notifications/cancelled", Map.of("requestId", id)).without("id"));
    }

    public Answer endsSession() {
        return Http.send(
                "/mcp",
                "DELETE",
                BodyPublishers.noBody(),
                request -> request.header("Authorization", "Bearer " + token).header("Mcp-Session-Id", session));
    }
}
