package com.siacapp.sessions.boundary;

import com.siacapp.sessions.control.McpSessionSettings;
import com.siacapp.sessions.control.StoredSessions;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The sessions of older MCP clients. Each belongs to one person; whose client may use it, its holder checks. */
@Stateless
public class McpSessions {

    /** A client begins a session whenever it starts, and rarely ends one: the oldest make room. */
    private static final int MOST_PER_PERSON = 100;

    private static final int MOST_SUBSCRIPTIONS = 100;

    @Inject
    StoredSessions stored;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** Begins a session of this id; returns when it ends at the latest, however it is used. */
    public Instant begin(UUID session, UUID user) {
        var now = clock.instant();
        var expiresAt = now.plus(McpSessionSettings.LIFESPAN.value());
        signals.send(stored.makeRoom(user, MOST_PER_PERSON - 1).stream()
                .map(ended -> Signal.cancelled(user, ended.toString()))
                .toList());
        stored.add(session, user, now, expiresAt);
        return expiresAt;
    }

    /** The session, while it lives. */
    public Optional<Known> find(UUID session, UUID user) {
        return stored.logLevel(session, user, clock.instant()).map(Known::new);
    }

    /** Ends the session with all that hangs on it, on every node; false if there is none. */
    public boolean end(UUID session, UUID user) {
        var ended = stored.delete(session, user);
        if (ended) {
            signals.send(Signal.cancelled(user, session.toString()));
        }
        return ended;
    }

    /** Wants a call of the session no longer, whichever node it runs on. */
    public void cancel(UUID session, UUID user, String request) {
        signals.send(Signal.cancelled(user, subject(session, request)));
    }

    private static String subject(UUID session, String request) {
        return session + " " + request;
    }

    /** From now on log messages less important than this are not wanted. */
    public void setLogLevel(UUID session, String level) {
        stored.setLogLevel(session, level);
    }

    /** From now on the session hears of changes to what is at this address; false if that is one too many. */
    public boolean subscribe(UUID session, String uri) {
        return stored.addSubscription(session, uri, MOST_SUBSCRIPTIONS);
    }

    public void unsubscribe(UUID session, String uri) {
        stored.deleteSubscription(session, uri);
    }

    /** The addresses of what the session wants to hear of. */
    public Set<String> subscriptions(UUID session) {
        return stored.subscriptions(session);
    }

    /**
     * The session's client sent its person to a page, and wants to hear when they are done with it. Of those that are one
     * too many it hears nothing, as of any page whose server says nothing (2025-11-25, client/elicitation: MAY).
     */
    public void awaitPage(UUID session, String elicitationId) {
        stored.addSubscription(session, StoredSessions.PAGE + elicitationId, MOST_SUBSCRIPTIONS);
    }

    /** This person is done with a page: the clients that sent them there are told, on whatever node they listen. */
    public void pageIsDone(UUID user, String elicitationId) {
        signals.send(Signal.pageDone(user, elicitationId));
    }

    /** The session waits for this page no longer; false if it did not. */
    public boolean awaitsNoMore(UUID session, String elicitationId) {
        return stored.deleteSubscription(session, StoredSessions.PAGE + elicitationId);
    }

    /** From now on the session listens by this stream alone, on whatever node it is. */
    public void listen(UUID session, UUID user, UUID stream) {
        signals.send(Signal.listening(user, subject(session, stream.toString())));
    }

    /**
     * A session that lives.
     *
     * @param logLevel as the client set it; empty if it did not
     */
    public record Known(String logLevel) {}
}
