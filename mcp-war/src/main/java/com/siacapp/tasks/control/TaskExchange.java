package com.siacapp.tasks.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.Reply;
import java.util.Optional;

/** Nobody listens to a task; it can only be told to end. */
public final class TaskExchange implements Exchange {

    private volatile boolean over;

    @Override
    public void send(ObjectNode message) {
        // Tasks, task status notifications: neither progress nor logs.
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
        return false;
    }

    @Override
    public Optional<MessageStream> hold() {
        return Optional.empty();
    }

    @Override
    public void answer(Reply reply) {
        throw new IllegalStateException("never deferred");
    }
}
