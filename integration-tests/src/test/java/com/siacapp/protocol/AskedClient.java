package com.siacapp.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.OlderClient;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.WireSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A client with exactly these capabilities, which answers in order what a call asks of it. Each message of the server's is
 * valid by the official schema of the version, or the test fails.
 */
final class AskedClient {

    static final String LEGACY = "2025-11-25";
    static final String MODERN = "2026-07-28";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PREFIX = "io.modelcontextprotocol/";

    private final String token;
    private final String version;
    private final Map<String, ?> capabilities;
    private final String session;
    private final List<JsonNode> asked = new ArrayList<>();
    private int lastId;

    AskedClient(String token, String version, Map<String, ?> capabilities) {
        this.token = token;
        this.version = version;
        this.capabilities = capabilities;
        this.session = version.equals(LEGACY)
                ? OlderClient.initialize(token, capabilities).header("Mcp-Session-Id")
                : "";
    }

    /** The params of what it was asked, in order. */
    List<JsonNode> asked() {
        return asked;
    }

    /** The response to the call, after it was asked all this. */
    JsonNode call(String tool, Map<String, ?> arguments, String... answers) {
        var left = new ArrayDeque<JsonNode>();
        Stream.of(answers).map(AskedClient::parsed).forEach(left::add);
        var params = JSON.createObjectNode().put("name", tool);
        params.set("arguments", JSON.valueToTree(arguments));
        return version.equals(LEGACY) ? legacy(params, left) : modern(params, left);
    }

    /** The messages on the session's own stream, from now on. */
    Iterator<JsonNode> listens() {
        var request = request().header("Accept", "text/event-stream").GET();
        return messages(request).peek(WireSchema.of(version)::verify).iterator();
    }

    private JsonNode legacy(ObjectNode params, Deque<JsonNode> answers) {
        var messages = messages(post(message("tools/call", params))).iterator();
        while (messages.hasNext()) {
            var message = messages.next();
            if (!message.has("method")) {
                WireSchema.of(version).verifyAnswer("tools/call", message);
                return message;
            }
            WireSchema.of(version).verify(message);
            asked.add(message.path("params"));
            var response = JSON.createObjectNode().put("jsonrpc", "2.0");
            response.set("id", message.path("id"));
            response.set("result", answers.remove());
            messages(post(response)).close();
        }
        throw new AssertionError("The stream ended without an answer");
    }

    private JsonNode modern(ObjectNode params, Deque<JsonNode> answers) {
        var meta = params.putObject("_meta").put(PREFIX + "protocolVersion", version);
        meta.set(PREFIX + "clientCapabilities", JSON.valueToTree(capabilities));
        while (true) {
            var message = messages(post(message("tools/call", params))
                            .header("Mcp-Method", "tools/call")
                            .header("Mcp-Name", params.path("name").asText()))
                    .findFirst()
                    .orElseThrow();
            WireSchema.of(version).verifyAnswer("tools/call", message);
            var requests = message.at("/result/inputRequests");
            if (requests.isMissingNode()) {
                return message;
            }
            var responses = params.putObject("inputResponses");
            requests.properties().forEach(request -> {
                asked.add(request.getValue().path("params"));
                responses.set(request.getKey(), answers.remove());
            });
            params.set("requestState", message.at("/result/requestState"));
        }
    }

    private ObjectNode message(String method, ObjectNode params) {
        lastId++;
        var message =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", lastId).put("method", method);
        message.set("params", params);
        return message;
    }

    private HttpRequest.Builder post(ObjectNode message) {
        return request()
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString(message.toString()));
    }

    private HttpRequest.Builder request() {
        var request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/mcp"))
                .header("Authorization", "Bearer " + token)
                .header("MCP-Protocol-Version", version);
        return session.isEmpty() ? request : request.header("Mcp-Session-Id", session);
    }

    /** The body, or the data of its events. */
    private static Stream<JsonNode> messages(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofLines())
                    .body()
                    .map(line -> line.replaceFirst("^data: ?", ""))
                    .filter(line -> line.startsWith("{"))
                    .map(AskedClient::parsed);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(json, notJson);
        }
    }
}
