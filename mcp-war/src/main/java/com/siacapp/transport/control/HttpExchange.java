package com.siacapp.transport.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Connection;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A POST and its answer: one JSON object, or a stream of events as soon as something is said ahead of the answer (MCP
 * 2026-07-28, basic/transports/streamable-http).
 */
public final class HttpExchange implements Connection {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);
    /** After how long a client that lost its connection comes back. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean acceptsEvents;
    private @Nullable AsyncContext waiting;
    private boolean streams;
    private boolean answered;
    private volatile boolean over;

    public HttpExchange(HttpServletRequest request, HttpServletResponse response, boolean acceptsEvents) {
        this.request = request;
        this.response = response;
        this.acceptsEvents = acceptsEvents;
    }

    @Override
    public void send(ObjectNode message) {
        write(event(message));
    }

    /** Keeps what lies between from closing a connection on which nothing happens, and notices that the client left. */
    public void keepAlive() {
        write(KEEP_ALIVE);
    }

    @Override
    public boolean takesEvents() {
        return acceptsEvents;
    }

    @Override
    public void prime(String eventId) {
        write("id: %s\nretry: %d\ndata:\n\n"
                .formatted(eventId, RETRY.toMillis())
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void send(String eventId, JsonNode message) {
        write(("id: " + eventId + "\n" + text(message)).getBytes(StandardCharsets.UTF_8));
    }

    /** The call's thread goes on; a response can be closed only by closing what it is written to. */
    @Override
    public synchronized void disconnect() {
        if (streams && !over) {
            over = true;
            try {
                response.getOutputStream().close();
            } catch (IOException left) {
                leave(left);
            }
        }
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void cancel() {
        over = true;
    }

    @Override
    public synchronized boolean defer() {
        if (acceptsEvents && waiting == null) {
            waiting = request.startAsync();
            waiting.setTimeout(0);
        }
        return waiting != null;
    }

    @Override
    public synchronized void answer(Reply reply) {
        try {
            if (!streams) {
                Answers.write(response, reply);
            } else if (!over) {
                reply.body().ifPresent(body -> write(event(body)));
            }
        } catch (IOException left) {
            leave(left);
        } finally {
            answered = true;
            if (waiting != null) {
                waiting.complete();
            }
        }
    }

    private synchronized void write(byte[] event) {
        if (!acceptsEvents || answered || over) {
            return;
        }
        try {
            if (!streams) {
                Answers.beginEvents(response);
                streams = true;
            }
            response.getOutputStream().write(event);
            response.getOutputStream().flush();
        } catch (IOException left) {
            leave(left);
        }
    }

    /** Streamable HTTP, cancellation: a client that closes the connection wants no answer. */
    private void leave(IOException left) {
        over = true;
        LOG.debug("A client left before its answer", left);
    }

    private static byte[] event(JsonNode message) {
        return text(message).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(JsonNode message) {
        try {
            return "event: message\ndata: " + Json.MAPPER.writeValueAsString(message) + "\n\n";
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
