package com.siacapp.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The messages of an answer, as they come: those of a stream of events, or the one that is the whole body. */
public final class McpStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";

    private final HttpResponse<InputStream> response;
    private final BufferedReader body;
    private final boolean isEvents;

    McpStream(HttpResponse<InputStream> response) {
        this.response = response;
        this.body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        this.isEvents = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    /** The next message, which may be long in coming; empty at the end. */
    public Optional<JsonNode> next() {
        try {
            return isEvents ? nextEvent() : whole();
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
    }

    /** HTML, Server-sent events: an event is its lines up to an empty one; comments and events without data are none. */
    private Optional<JsonNode> nextEvent() throws IOException {
        var data = new StringBuilder();
        for (var line = body.readLine(); line != null; line = body.readLine()) {
            if (line.startsWith(DATA)) {
                data.append(line.substring(DATA.length()).strip());
            } else if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(parsed(data.toString()));
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> whole() throws IOException {
        var text = new StringBuilder();
        for (var line = body.readLine(); line != null; line = body.readLine()) {
            text.append(line).append('\n');
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(parsed(text.toString()));
    }

    private JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("Not JSON: " + response + " " + json, notJson);
        }
    }
}
