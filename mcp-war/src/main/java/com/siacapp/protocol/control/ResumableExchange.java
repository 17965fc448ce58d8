package com.siacapp.protocol.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Connection;
import com.siacapp.protocol.entity.EventId;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.sessions.boundary.StreamEvents;
import com.siacapp.sessions.entity.StreamEvent;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A call of a session whose client may lose the connection and come back: as soon as something is said ahead of the
 * answer, all is kept before it is sent. To disconnect is not to cancel (MCP 2025-11-25, basic/transports, resumability).
 */
final class ResumableExchange implements Exchange {

    private static final Logger LOG = Logger.getLogger(ResumableExchange.class);

    private final Connection connection;
    private final StreamEvents events;
    private final UUID session;
    private final UUID stream = UUID.randomUUID();
    private int number;
    private boolean streams;
    private boolean answered;
    private boolean isKept = true;
    private volatile boolean cancelled;

    ResumableExchange(Connection connection, StreamEvents events, UUID session) {
        this.connection = connection;
        this.events = events;
        this.session = session;
    }

    /** Whether something was said ahead of the answer, so that the answer is an event too. */
    synchronized boolean isStreaming() {
        return streams;
    }

    @Override
    public synchronized void send(ObjectNode message) {
        if (!cancelled && !answered) {
            write(message, false);
        }
    }

    @Override
    public boolean isOver() {
        return cancelled;
    }

    @Override
    public boolean isTaken() {
        return connection.isTaken();
    }

    @Override
    public void cancel() {
        cancelled = true;
        connection.cancel();
    }

    @Override
    public Optional<MessageStream> hold() {
        return Optional.empty();
    }

    @Override
    public boolean defer() {
        return connection.defer();
    }

    @Override
    public synchronized void pause() {
        if (!cancelled && !answered) {
            begin();
            connection.disconnect();
        }
    }

    @Override
    public synchronized void answer(Reply reply) {
        answered = true;
        if (!streams) {
            connection.answer(reply);
            return;
        }
        try {
            if (!cancelled) {
                reply.body().ifPresent(body -> write(body, true));
            }
        } finally {
            connection.answer(Reply.ACCEPTED);
        }
    }

    private void begin() {
        if (!streams) {
            streams = true;
            keep(() -> events.begin(stream, session));
            connection.prime(new EventId(stream, number).toString());
        }
    }

    private void write(JsonNode message, boolean isLast) {
        begin();
        number++;
        keep(() -> events.add(stream, new StreamEvent(number, message.toString(), isLast)));
        connection.send(new EventId(stream, number).toString(), message);
    }

    /** What cannot be kept is still sent: who keeps the connection misses nothing. After a gap nothing more is kept. */
    private void keep(Runnable keeping) {
        if (!isKept) {
            return;
        }
        try {
            keeping.run();
        } catch (RuntimeException unavailable) {
            isKept = false;
            LOG.warn("A stream is not kept any more: its client cannot come back for the rest", unavailable);
        }
    }
}
