package com.siacapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came on a stream. */
public final class Listened implements MessageStream {

    private final List<JsonNode> messages = new ArrayList<>();
    private final List<String> eventIds = new ArrayList<>();
    private int comments;
    private boolean over;

    Exchange exchange() {
        return new Exchange() {
            @Override
            public void send(ObjectNode message) {
                throw new AssertionError("not on this stream");
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
            public Optional<MessageStream> hold() {
                return Optional.of(Listened.this);
            }

            @Override
            public boolean defer() {
                return false;
            }

            @Override
            public void answer(Reply reply) {
                throw new AssertionError("answered twice");
            }
        };
    }

    /** The client closes the connection. */
    public void leave() {
        over = true;
    }

    public List<JsonNode> json() {
        return messages;
    }

    /** The methods of the messages so far; a response has none. */
    public List<String> methods() {
        return messages.stream().map(message -> message.path("method").asText()).toList();
    }

    /** What the first message has there. */
    public String first(String pointer) {
        return messages.get(0).at(pointer).asText();
    }

    public int comments() {
        return comments;
    }

    @Override
    public void send(ObjectNode message) {
        if (!over) {
            messages.add(Conversation.parsed(message.toString()));
        }
    }

    @Override
    public void send(String eventId, ObjectNode message) {
        eventIds.add(eventId);
        send(message);
    }

    @Override
    public void prime(String eventId) {
        eventIds.add(eventId);
    }

    /** The ids of its events, as far as they have one. */
    public List<String> eventIds() {
        return eventIds;
    }

    @Override
    public void keepAlive() {
        comments++;
    }

    @Override
    public boolean isTaken() {
        return true;
    }

    @Override
    public void end() {
        over = true;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}
