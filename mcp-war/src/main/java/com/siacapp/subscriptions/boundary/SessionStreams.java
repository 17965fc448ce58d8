package com.siacapp.subscriptions.boundary;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;
import static com.siacapp.protocol.entity.RpcError.SESSION_NOT_FOUND;

import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Sessions;
import com.siacapp.protocol.entity.EventId;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.Session;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.StreamEvents;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.subscriptions.control.OpenStream;
import com.siacapp.subscriptions.control.Replay;
import com.siacapp.subscriptions.control.SessionInterest;
import com.siacapp.subscriptions.entity.Interest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What older clients open by GET in their session: the one stream for what is about no call of theirs, or the rest of a
 * call's stream whose connection was lost (MCP 2025-11-25, basic/transports, listening for messages, resumability).
 */
@Singleton
public class SessionStreams {

    private static final Logger LOG = Logger.getLogger(SessionStreams.class);

    private final OpenStreams streams;
    private final Sessions sessions;
    private final McpSessions stored;
    private final StreamEvents events;
    private final ResourceRegistry resources;
    private final Set<Standalone> standalone = ConcurrentHashMap.newKeySet();
    private final Set<Replay> replays = ConcurrentHashMap.newKeySet();
    private volatile boolean hasMissed;

    @Inject
    public SessionStreams(
            OpenStreams streams,
            Sessions sessions,
            McpSessions stored,
            StreamEvents events,
            ResourceRegistry resources) {
        this.streams = streams;
        this.sessions = sessions;
        this.stored = stored;
        this.events = events;
        this.resources = resources;
    }

    /** @param isKnown whether all nodes heard that this is the session's stream */
    private record Standalone(UUID id, UUID session, UUID user, OpenStream stream, AtomicBoolean isKnown) {

        boolean isOf(String someSession) {
            return session.toString().equals(someSession);
        }
    }

    /**
     * Opens the stream.
     *
     * @param lastEventId the last event the client got, if it comes back
     * @throws com.siacapp.protocol.entity.RpcException if there is no such session, or too many streams are open
     */
    public void open(RequestHeaders headers, @Nullable String lastEventId, Caller caller, Exchange exchange) {
        LegacyEra.versionIn(headers.protocolVersion());
        var session =
                sessions.of(headers.sessionId(), caller).orElseThrow(() -> SESSION_NOT_FOUND.because("begin one"));
        var kept = Optional.ofNullable(lastEventId)
                .flatMap(EventId::of)
                .filter(event -> events.isKept(event.stream(), session.id()));
        if (kept.isPresent()) {
            replay(kept.get(), session, caller, exchange);
        } else {
            listen(session, caller, exchange, lastEventId != null);
        }
    }

    private void replay(EventId from, Session session, Caller caller, Exchange exchange) {
        var opened = streams.open(caller, Interest.NONE, () -> held(exchange));
        var replay = new Replay(from, session.id(), events, opened);
        replays.add(replay);
        look(replay);
    }

    /** Who comes back may have missed anything: what was told meanwhile is not kept, so all is said to have changed. */
    private void listen(Session session, Caller caller, Exchange exchange, boolean comesBack) {
        var id = UUID.randomUUID();
        var interest = new SessionInterest(session.id(), stored, resources);
        var opened = streams.open(caller, interest, () -> {
            var messages = held(exchange);
            if (session.version().hasPrimingEvents()) {
                messages.prime(new EventId(id, 0).toString());
            } else {
                // The client waits for the head of the answer, which goes with the first thing said.
                messages.keepAlive();
            }
            return messages;
        });
        var stream = new Standalone(id, session.id(), caller.user(), opened, new AtomicBoolean());
        standalone.add(stream);
        try {
            if (comesBack) {
                interest.notices(Signal.MISSED, caller).forEach(opened.messages()::send);
            }
            announce(stream);
        } catch (RuntimeException failed) {
            // The answer has begun: its end is all that can be said.
            LOG.error("A stream of a session could not be opened; its client may open another", failed);
            opened.end();
        }
    }

    /** Says to all nodes that this is the session's stream; a session that ended before this one was here to hear it has none. */
    private void announce(Standalone stream) {
        if (stored.find(stream.session(), stream.user()).isPresent()) {
            stored.listen(stream.session(), stream.user(), stream.id());
        } else {
            stream.stream().end();
        }
    }

    private static MessageStream held(Exchange exchange) {
        return exchange.hold().orElseThrow(() -> INTERNAL_ERROR.because("the client left"));
    }

    /** A session that is over has no streams, and one that listens elsewhere listens here no more. */
    public void hear(Signal signal) {
        var names = signal.names();
        var session = names.get(0);
        if (signal.kind() == Kind.CANCELLED && names.size() == 1) {
            replays.stream().filter(replay -> replay.isOf(session)).forEach(Replay::end);
            standalone.stream()
                    .filter(opened -> opened.isOf(session))
                    .forEach(opened -> opened.stream().end());
        } else if (signal.kind() == Kind.LISTENING) {
            listensBy(session, names.get(1));
        } else if (signal.kind() == Kind.MISSED) {
            hasMissed = true;
        }
    }

    /** All nodes hear in the same order: of streams that opened at the same time, the one heard of last stays. */
    private void listensBy(String session, String stream) {
        for (var opened : standalone) {
            if (opened.id().toString().equals(stream)) {
                opened.isKnown().set(true);
            } else if (opened.isOf(session) && opened.isKnown().get()) {
                opened.stream().end();
            }
        }
    }

    /** To be called once a second: sends on what calls that were come back for say, on whatever node they run. */
    public void look() {
        standalone.removeIf(opened -> opened.stream().isOver());
        replays.removeIf(Replay::isOver);
        if (hasMissed) {
            hasMissed = false;
            standalone.forEach(this::announceAgain);
        }
        replays.forEach(SessionStreams::look);
    }

    /** What this node did not hear of meanwhile may have ended the stream. */
    private void announceAgain(Standalone stream) {
        try {
            announce(stream);
        } catch (RuntimeException failed) {
            LOG.error("A stream of a session cannot be looked after; its client may open another", failed);
            stream.stream().end();
        }
    }

    private static void look(Replay replay) {
        try {
            replay.look();
        } catch (RuntimeException failed) {
            LOG.error("The rest of a stream cannot be read; its client may come back", failed);
            replay.end();
        }
    }
}
