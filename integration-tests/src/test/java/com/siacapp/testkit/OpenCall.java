package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** An answer that comes as a stream of events, read one by one. */
public final class OpenCall implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpResponse<InputStream> response;
    private final BufferedReader body;
    private String lastEventId = "";
    private String retry = "";

    private OpenCall(HttpResponse<InputStream> response) {
        this.response = response;
        this.body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    static OpenCall to(String method, BodyPublisher message, OlderClient client, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(TestServer.address() + "/mcp"))
                .method(method, message)
                .header("Content-Type", "application/json")
                .header("Accept", method.equals("GET") ? "text/event-stream" : "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2025-11-25")
                .header("Authorization", "Bearer " + client.token())
                .header("Mcp-Session-Id", client.session());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new OpenCall(CLIENT.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The next message; missing at the end of the stream. */
    public JsonNode next() {
        var event = nextEvent();
        while (event.isEmpty()) {
            event = nextEvent();
        }
        return event.equals(END) ? MissingNode.getInstance() : parsed(event);
    }

    /** The data of the next event, empty if it has none. */
    public String nextEvent() {
        try {
            var data = "";
            var isEvent = false;
            for (var line = body.readLine(); line != null; line = body.readLine()) {
                if (line.isEmpty() && isEvent) {
                    return data;
                }
                isEvent |= !line.isEmpty() && !line.startsWith(":");
                if (line.startsWith("data:")) {
                    data = line.substring("data:".length()).strip();
                } else if (line.startsWith("id:")) {
                    lastEventId = line.substring("id:".length()).strip();
                } else if (line.startsWith("retry:")) {
                    retry = line.substring("retry:".length()).strip();
                } else if (line.startsWith("{")) {
                    return line;
                }
            }
            return END;
        } catch (IOException cut) {
            return END;
        }
    }

    private static final String END = "end";

    /** The id of the last event that had one. */
    public String lastEventId() {
        return lastEventId;
    }

    /** After how many milliseconds the server wants the client back. */
    public String retry() {
        return retry;
    }

    /** The sentence of the result that comes next. */
    public String text() {
        return next().at("/result/content/0/text").asText();
    }

    /** Leaves. */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException notJson) {
            throw new AssertionError(json, notJson);
        }
    }
}
