package com.siacapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A POST whose client takes a stream and keeps what comes. */
public final class RecordedExchange implements Exchange {

    private final List<JsonNode> sent = new ArrayList<>();
    private @Nullable Reply reply;
    private boolean deferred;
    private boolean over;

    @Override
    public void send(ObjectNode message) {
        sent.add(message);
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
        return Optional.ofNullable(reply).map(Conversation.Answer::of);
    }
}
