package com.siacapp.subscriptions.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.EventId;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.sessions.boundary.StreamEvents;
import java.util.UUID;

/** The rest of a call's stream, for the client that came back; it ends with the call's answer. */
public final class Replay {

    /** What a stream keeps for a reader is limited: the rest comes once this is taken. */
    private static final int AT_ONCE = 100;

    private final UUID stream;
    private final UUID session;
    private final StreamEvents events;
    private final OpenStream opened;
    private final MessageStream messages;
    private int number;

    /** @param from the last event the client has */
    public Replay(EventId from, UUID session, StreamEvents events, OpenStream opened) {
        this.stream = from.stream();
        this.number = from.number();
        this.session = session;
        this.events = events;
        this.opened = opened;
        this.messages = opened.messages();
    }

    public boolean isOf(String someSession) {
        return session.toString().equals(someSession);
    }

    public boolean isOver() {
        return messages.isOver();
    }

    public void end() {
        opened.end();
    }

    /** Sends what came since the last look. */
    public synchronized void look() {
        if (isOver() || !messages.isTaken()) {
            return;
        }
        var news = events.after(stream, number, AT_ONCE);
        for (var event : news) {
            number = event.number();
            messages.send(new EventId(stream, number).toString(), (ObjectNode) Json.parsed(event.message()));
            if (event.isLast()) {
                end();
            } else if (!messages.isTaken()) {
                // What is kept for a reader has a limit; the next look goes on.
                return;
            }
        }
        if (news.isEmpty() && !events.isKept(stream, session)) {
            end();
        }
    }
}
