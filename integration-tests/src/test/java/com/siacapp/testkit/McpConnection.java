package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How the messages of one client reach the server: with the headers its version wants, and each held against the official
 * schema, like every answer.
 *
 * @param session the older client's session; empty if it has none
 */
public record McpConnection(Mcp mcp, String session, Wire wire) {

    static final String SESSION_ID = "Mcp-Session-Id";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NAMING_PARAM = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    McpConnection(Mcp mcp) {
        this(mcp, "", new Wire(mcp.version().wireName()));
    }

    /** 2025-11-25, basic/lifecycle: the answer to a handshake with these capabilities. */
    Answer initialize(Object capabilities) {
        var hello = Map.of(
                "protocolVersion",
                mcp.version().wireName(),
                "capabilities",
                capabilities,
                "clientInfo",
                McpVersion.CLIENT_INFO);
        return send(Mcp.message("initialize", hello));
    }

    /** The same after a whole handshake; in a session if the server gave one. */
    McpConnection afterHandshake(Object capabilities) {
        var begun = in(initialize(capabilities).header(SESSION_ID));
        begun.send(Mcp.notification("notifications/initialized", Map.of()));
        return begun;
    }

    McpConnection in(String otherSession) {
        return new McpConnection(mcp, otherSession, wire);
    }

    Answer send(JsonNode message) {
        return send(message, request -> request);
    }

    /** A valid message, with other headers perhaps. */
    Answer send(JsonNode message, UnaryOperator<HttpRequest.Builder> more) {
        var said = said(message);
        return checked(Http.send(
                "/mcp",
                "POST",
                BodyPublishers.ofString(said.toString()),
                request -> more.apply(withHeaders(request, said))));
    }

    /** Any body; only the answer to it has to be valid. */
    Answer sendUnchecked(String body, UnaryOperator<HttpRequest.Builder> more) {
        return checked(Http.send(
                "/mcp",
                "POST",
                BodyPublishers.ofString(body),
                request -> more.apply(withHeaders(request, JSON.createObjectNode()))));
    }

    /** The same as {@link #send} with the answer as it comes. */
    McpStream open(JsonNode message, UnaryOperator<HttpRequest.Builder> more) {
        var said = said(message);
        return new McpStream(
                Http.open(
                        "/mcp",
                        "POST",
                        BodyPublishers.ofString(said.toString()),
                        request -> more.apply(withHeaders(request, said))),
                wire);
    }

    /** What GET brings in a session. */
    McpStream listen(UnaryOperator<HttpRequest.Builder> more) {
        return new McpStream(
                Http.open(
                        "/mcp",
                        "GET",
                        BodyPublishers.noBody(),
                        request -> more.apply(withHeaders(request, JSON.createObjectNode())
                                .setHeader("Accept", "text/event-stream"))),
                wire);
    }

    /** The POST of a valid message, for a client that sends it in its own way. */
    HttpRequest post(URI endpoint, JsonNode message) {
        var said = said(message);
        return withHeaders(HttpRequest.newBuilder(endpoint), said)
                .POST(BodyPublishers.ofString(said.toString()))
                .build();
    }

    /** 2026-07-28, basic/transports, standard headers: what a client repeats of its message. */
    public static Map<String, String> repeated(JsonNode message) {
        var method = message.path("method").asText();
        var naming = NAMING_PARAM.get(method);
        return naming == null
                ? Map.of("Mcp-Method", method)
                : Map.of(
                        "Mcp-Method",
                        method,
                        "Mcp-Name",
                        message.path("params").path(naming).asText());
    }

    private JsonNode said(JsonNode message) {
        if (message instanceof ObjectNode object && message.has("method")) {
            mcp.version().introduce(object, mcp.capabilities(), mcp.logLevel());
        }
        return wire.sent(message);
    }

    private HttpRequest.Builder withHeaders(HttpRequest.Builder request, JsonNode message) {
        var method = message.path("method").asText();
        request.header("Content-Type", "application/json").header("Accept", "application/json, text/event-stream");
        // The handshake is about the version, and so names none.
        if (!method.equals("initialize")) {
            request.header("MCP-Protocol-Version", mcp.version().wireName());
        }
        if (!mcp.token().isEmpty()) {
            request.header("Authorization", "Bearer " + mcp.token());
        }
        if (!session.isEmpty()) {
            request.header(SESSION_ID, session);
        }
        if (mcp.version().isModern() && !method.isEmpty()) {
            repeated(message).forEach(request::setHeader);
        }
        return request;
    }

    private Answer checked(Answer answer) {
        var events = Events.of(answer.response().headers());
        answer.body().lines().forEach(line -> events.line(line).ifPresent(event -> check(answer, event)));
        events.end().ifPresent(body -> check(answer, body));
        return answer;
    }

    /** Who is refused before it is heard may be told so in another way than by JSON-RPC. */
    private void check(Answer answer, String text) {
        var json = text.isEmpty() ? MissingNode.getInstance() : Mcp.parsed(text);
        if (answer.status() == 200 ? !text.isEmpty() : json.has("jsonrpc")) {
            wire.received(json);
        }
    }
}
