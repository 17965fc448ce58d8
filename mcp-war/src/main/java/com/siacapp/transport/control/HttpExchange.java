package com.siacapp.transport.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Connection;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.Reply;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A POST and its answer: one JSON object, or a stream of events as soon as something is said ahead of the answer (MCP
 * 2026-07-28, basic/transports/streamable-http).
 *
 * <p>It is written by the thread of its call, which a slow reader may block, and by those that keep it alive: whoever writes
 * holds the lock, and nobody writes once it is answered. Once it is deferred, writing blocks nobody any more.
 */
public final class HttpExchange implements Connection {

    private static final Logger LOG = Logger.getLogger(HttpExchange.class);

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean acceptsEvents;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable EventStream later;
    private volatile boolean streams;
    private volatile Instant lastWritten;
    private volatile boolean answered;
    private volatile boolean over;
    private final AtomicBoolean awaitsWriter = new AtomicBoolean();

    public HttpExchange(HttpServletRequest request, HttpServletResponse response, boolean acceptsEvents, Clock clock) {
        this.request = request;
        this.response = response;
        this.acceptsEvents = acceptsEvents;
        this.clock = clock;
        this.lastWritten = clock.instant();
    }

    @Override
    public void send(ObjectNode message) {
        locked(() -> write(Events.of(message)));
    }

    /**
     * Keeps what lies between from closing a connection on which nothing happens, and notices that the client left.
     *
     * @param writers a write may block while the client takes nothing; one at a time is handed over
     * @throws java.util.concurrent.RejectedExecutionException if they are too busy now
     */
    void keepAlive(Executor writers) {
        if (later != null) {
            keepAlive();
        } else if (awaitsWriter.compareAndSet(false, true)) {
            try {
                writers.execute(this::keepAlive);
            } catch (RejectedExecutionException busy) {
                awaitsWriter.set(false);
                throw busy;
            }
        }
    }

    /** It does nothing while somebody else writes, who notices the same. */
    private void keepAlive() {
        awaitsWriter.set(false);
        if (lock.tryLock()) {
            try {
                write(Events.KEEP_ALIVE);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Whether its client hears nothing, of what it could hear, since this moment. */
    boolean isSilentSince(Instant moment) {
        return acceptsEvents && !isOver() && !lastWritten.isAfter(moment);
    }

    /** Whether something was said ahead of the answer. */
    boolean isStreaming() {
        return streams;
    }

    /** Whether nobody will write any more, and the client took what was written, or never will. */
    @Override
    public boolean isTaken() {
        var stream = later;
        return answered && (stream == null || stream.isOver());
    }

    /** Leaves a client that took nothing more of its answer since this moment; to be called again and again. */
    void giveUp(Instant since) {
        var stream = later;
        if (answered && stream != null && !lastWritten.isAfter(since)) {
            stream.end();
            lastWritten = clock.instant();
        }
    }

    @Override
    public boolean takesEvents() {
        return acceptsEvents;
    }

    @Override
    public void prime(String eventId) {
        locked(() -> write(Events.priming(eventId)));
    }

    @Override
    public void send(String eventId, JsonNode message) {
        locked(() -> write(Events.of(eventId, message)));
    }

    /** The call's thread goes on; a response can be closed only by closing what it is written to. */
    @Override
    public void disconnect() {
        locked(() -> {
            if (later != null) {
                later.end();
                over = true;
            } else if (streams && !over) {
                over = true;
                try {
                    response.getOutputStream().close();
                } catch (IOException left) {
                    leave(left);
                }
            }
        });
    }

    private void locked(Runnable writing) {
        lock.lock();
        try {
            writing.run();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isOver() {
        var stream = later;
        return over || (stream != null && stream.isOver());
    }

    @Override
    public void cancel() {
        over = true;
    }

    @Override
    public Optional<MessageStream> hold() {
        lock.lock();
        try {
            if (!acceptsEvents || streams || answered) {
                return Optional.empty();
            }
            answered = true;
            return Optional.of(EventStream.answering(request, response));
        } catch (IOException left) {
            leave(left);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean defer() {
        lock.lock();
        try {
            if (later == null && acceptsEvents && !over) {
                later = streams ? EventStream.continuing(request, response) : EventStream.answering(request, response);
                streams = true;
            }
            return later != null;
        } catch (IOException left) {
            leave(left);
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void answer(Reply reply) {
        lock.lock();
        try {
            if (streams) {
                reply.body().ifPresent(body -> write(Events.of(body)));
            } else {
                Answers.write(response, reply);
            }
        } catch (IOException left) {
            leave(left);
        } finally {
            answered = true;
            if (later != null) {
                later.end();
            }
            lock.unlock();
        }
    }

    /** The call's thread returns to the container: without an answer that is still to come, nobody writes any more. */
    public void release() {
        lock.lock();
        try {
            answered = answered || later == null;
        } finally {
            lock.unlock();
        }
    }

    private void write(byte[] event) {
        if (!acceptsEvents || answered || over) {
            return;
        }
        if (later != null) {
            later.write(event);
            lastWritten = clock.instant();
            return;
        }
        try {
            if (!streams) {
                Answers.beginEvents(response);
                streams = true;
            }
            response.getOutputStream().write(event);
            response.getOutputStream().flush();
            lastWritten = clock.instant();
        } catch (IOException left) {
            leave(left);
        }
    }

    /** Streamable HTTP, cancellation: a client that closes the connection wants no answer. */
    private void leave(IOException left) {
        over = true;
        LOG.debug("A client left before its answer", left);
    }
}
