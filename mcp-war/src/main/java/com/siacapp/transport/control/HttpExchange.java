package com.siacapp.transport.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A POST and its answer: one JSON object, or a stream of events as soon as something is said ahead of the answer (MCP
 * 2026-07-28, basic/transports/streamable-http).
 */
public final class HttpExchange implements Exchange {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);
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
        try {
            return ("event: message\ndata: " + Json.MAPPER.writeValueAsString(message) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
