package com.siacapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Connection;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A POST whose client takes a stream and keeps what comes. */
public final class RecordedExchange implements Connection {

    private final List<JsonNode> sent = new ArrayList<>();
    private final List<String> eventIds = new ArrayList<>();
    private @Nullable Reply reply;
    private @Nullable JsonNode last;
    private boolean disconnected;
    private boolean deferred;
    private boolean over;
    private boolean isTaken = true;

    @Override
    public void send(ObjectNode message) {
        sent.add(message);
    }

    @Override
    public boolean takesEvents() {
        return true;
    }

    @Override
    public void prime(String eventId) {
        eventIds.add(eventId);
    }

    @Override
    public void send(String eventId, JsonNode message) {
        if (disconnected) {
            return;
        }
        eventIds.add(eventId);
        if (message.has("method")) {
            sent.add(message);
        } else {
            last = message;
        }
    }

    @Override
    public void disconnect() {
        disconnected = true;
    }

    /** The ids of all events, that of the first and empty one included. */
    public List<String> eventIds() {
        return eventIds;
    }

    /** Whether the server closed the connection before the answer. */
    public boolean wasDisconnected() {
        return disconnected;
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public boolean isTaken() {
        return isTaken;
    }

    /** From now on the client takes nothing more; or all again. */
    public void takes(boolean everything) {
        isTaken = everything;
    }

    @Override
    public void cancel() {
        over = true;
    }

    @Override
    public Optional<MessageStream> hold() {
        return Optional.empty();
    }

    @Override
    public boolean defer() {
        deferred = true;
        return true;
    }

    @Override
    public void answer(Reply answer) {
        if (reply != null) {
            throw new AssertionError("answered twice: " + reply.body() + ", " + answer.body());
        }
        reply = answer;
    }

    /** Whether the call left its thread. */
    public boolean wasDeferred() {
        return deferred;
    }

    /** What was sent ahead of the answer. */
    public List<JsonNode> sent() {
        return sent;
    }

    /** The id of the newest request to the client. */
    public String asked() {
        return sent.get(sent.size() - 1).path("id").asText();
    }

    /** The answer, if it is there and the client still wants it. */
    public Optional<Conversation.Answer> answer() {
        return last == null
                ? Optional.ofNullable(reply).map(Conversation.Answer::of)
                : Optional.of(new Conversation.Answer(200, last, null));
    }
}
