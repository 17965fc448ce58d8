package com.siacapp.transport.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.MessageStream;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * An answer that stays open as a stream of events, by asynchronous writes: no thread waits for it, and who writes never
 * blocks.
 */
public final class EventStream implements MessageStream {

    /** How many events are kept for a reader that takes none; the operating system keeps some more. */
    static final int LONGEST_QUEUE = 256;

    /** How many bytes of them there are before the last. */
    static final int LARGEST_QUEUE = 256 * 1024;

    /** How many bytes of an event the container is given at a time. */
    static final int PIECE = 16 * 1024;

    private static final Logger LOG = Logger.getLogger(EventStream.class);

    private final ServletOutputStream output;
    private final Runnable complete;
    private final Queue<byte[]> queue = new ArrayDeque<>();
    private int queuedBytes;
    private int takenOfNext;
    private long takenBytes;
    private long takenBeforeEnd;
    private boolean ending;
    private final AtomicBoolean over = new AtomicBoolean();

    EventStream(ServletOutputStream output, Runnable complete) {
        this.output = output;
        this.complete = complete;
        output.setWriteListener(new Flow());
    }

    /** Makes the answer to this request such a stream. Nothing was written of it so far. */
    public static EventStream answering(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.beginEvents(response);
        // Events are written whole and at once; a buffer for each of many silent streams would be memory for nothing.
        response.setBufferSize(0);
        return continuing(request, response);
    }

    /** The same of an answer that began as a stream of events already. */
    static EventStream continuing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        return new EventStream(response.getOutputStream(), context::complete);
    }

    @Override
    public void send(ObjectNode message) {
        write(Events.of(message));
    }

    @Override
    public void send(String eventId, ObjectNode message) {
        write(Events.of(eventId, message));
    }

    @Override
    public void prime(String eventId) {
        write(Events.priming(eventId));
    }

    /** An event as it is on the wire. */
    void write(byte[] event) {
        offer(event, false);
    }

    @Override
    public void keepAlive() {
        synchronized (queue) {
            if (!queue.isEmpty()) {
                return;
            }
        }
        write(Events.KEEP_ALIVE);
    }

    @Override
    public void end() {
        offer(new byte[0], true);
    }

    @Override
    public boolean isTaken() {
        synchronized (queue) {
            return queue.isEmpty();
        }
    }

    @Override
    public boolean isOver() {
        return over.get();
    }

    private void offer(byte[] event, boolean last) {
        boolean done;
        synchronized (queue) {
            if (over.get() || (ending && !last)) {
                return;
            }
            var isCutOff = last ? ending && takenBytes == takenBeforeEnd : isFull();
            ending = last;
            queue.add(event);
            queuedBytes += event.length;
            done = hasEndedAfterWriting() || (isCutOff && !queue.isEmpty());
            takenBeforeEnd = takenBytes;
        }
        // Outside of the lock: the container has locks of its own, and calls back while it holds them.
        if (done) {
            finish();
        }
    }

    /** One event may be as large as it is. */
    private boolean isFull() {
        return queue.size() >= LONGEST_QUEUE || queuedBytes > LARGEST_QUEUE;
    }

    /** Writes what the client takes now. To be called by one thread at a time, as the output is safe for one only. */
    private boolean hasEndedAfterWriting() {
        try {
            while (!queue.isEmpty() && output.isReady()) {
                writeNextPiece();
                if (output.isReady()) {
                    output.flush();
                }
            }
            return ending && queue.isEmpty();
        } catch (IOException | IllegalStateException left) {
            LOG.debug("A client left its stream", left);
            return true;
        }
    }

    /** What the client does not take yet waits here, where it is counted, and not in copies of the container's. */
    private void writeNextPiece() throws IOException {
        var event = queue.element();
        var length = Math.min(event.length - takenOfNext, PIECE);
        output.write(event, takenOfNext, length);
        takenOfNext += length;
        takenBytes += length;
        queuedBytes -= length;
        if (takenOfNext == event.length) {
            queue.remove();
            takenOfNext = 0;
        }
    }

    private void finish() {
        if (over.compareAndSet(false, true)) {
            synchronized (queue) {
                queue.clear();
            }
            try {
                complete.run();
            } catch (IllegalStateException completed) {
                LOG.debug("The server ended this stream before", completed);
            }
        }
    }

    /** What the container tells of the connection, on threads that must not wait. */
    private final class Flow implements WriteListener {

        @Override
        public void onWritePossible() {
            boolean done;
            synchronized (queue) {
                done = !over.get() && hasEndedAfterWriting();
                if (!done && !over.get()) {
                    // Who wrote just before may have filled the connection: to ask is to be called again.
                    output.isReady();
                }
            }
            if (done) {
                finish();
            }
        }

        @Override
        public void onError(Throwable left) {
            LOG.debug("A client left its stream", left);
            finish();
        }
    }
}
