package com.siacapp.sessions.boundary;

import com.siacapp.sessions.control.McpSessionSettings;
import com.siacapp.sessions.control.StoredEvents;
import com.siacapp.sessions.entity.StreamEvent;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * What was sent on the streams of a session's calls, for a client that lost the connection and asks, on any node, for what
 * came after what it read.
 */
@Stateless
public class StreamEvents {

    /** A call that says more is replayed without what is beyond, though with its answer. */
    private static final int MOST_EVENTS = 500;

    /** A session's streams that are kept, the newest. */
    private static final int MOST_STREAMS = 50;

    @Inject
    StoredEvents stored;

    @Inject
    Clock clock;

    /** Begins a stream. */
    public void begin(UUID stream, UUID session) {
        stored.makeRoom(session, MOST_STREAMS - 1);
        stored.addStream(stream, session, clock.instant().plus(McpSessionSettings.EVENT_RETENTION.value()));
    }

    /** Keeps the event of this number; the last of a stream is its answer. */
    public void add(UUID stream, StreamEvent event) {
        if (event.number() <= MOST_EVENTS || event.isLast()) {
            stored.add(stream, event, clock.instant().plus(McpSessionSettings.EVENT_RETENTION.value()));
        }
    }

    /** Whether this is a stream of the session, which is still kept. */
    public boolean isKept(UUID stream, UUID session) {
        return stored.hasStream(stream, session, clock.instant());
    }

    /** What came next on the stream after the event of this number, in order, and not more than so many. */
    public List<StreamEvent> after(UUID stream, int number, int most) {
        return stored.after(stream, number, most);
    }
}
