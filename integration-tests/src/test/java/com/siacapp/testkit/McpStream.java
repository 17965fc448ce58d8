package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The messages of an answer, as they come: those of a stream of events, or the one that is the whole body. Each is valid by
 * the official schema, or the test fails.
 */
public final class McpStream implements AutoCloseable {

    private final HttpResponse<InputStream> response;
    private final BufferedReader body;
    private final Events events;
    private final UnaryOperator<JsonNode> check;

    /** Of which nobody says yet what it has to be. */
    public McpStream(HttpResponse<InputStream> response) {
        this(response, UnaryOperator.identity());
    }

    McpStream(HttpResponse<InputStream> response, Wire wire) {
        this(response, wire::received);
    }

    private McpStream(HttpResponse<InputStream> response, UnaryOperator<JsonNode> check) {
        this.response = response;
        this.body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        this.events = Events.of(response.headers());
        this.check = check;
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return headers().firstValue(name).orElse("");
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /** The next message, which may be long in coming; missing at the end. */
    public JsonNode next() {
        var event = nextEvent();
        while (event.isPresent() && event.get().isEmpty()) {
            event = nextEvent();
        }
        return event.map(this::checked).orElse(MissingNode.getInstance());
    }

    /** The data of the next event, empty text if it has none; empty at the end of the stream or the connection. */
    public Optional<String> nextEvent() {
        try {
            for (var line = body.readLine(); line != null; line = body.readLine()) {
                var event = events.line(line);
                if (event.isPresent()) {
                    return event;
                }
            }
            return events.end();
        } catch (IOException cut) {
            return Optional.empty();
        }
    }

    /** The id of the last event that had one. */
    public String lastEventId() {
        return events.lastId();
    }

    /** After how many milliseconds the server wants the client back. */
    public String retry() {
        return events.retry();
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
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
    }

    /** Who is refused before it is heard may be told so in another way than by JSON-RPC. */
    private JsonNode checked(String text) {
        var json = Mcp.parsed(text);
        return status() == 200 || json.has("jsonrpc") ? check.apply(json) : json;
    }
}
