package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One request as its transport carries it: what can be said ahead of the answer, whether somebody still listens, and the
 * answer that comes later. Safe for use by several threads.
 */
public interface Exchange {

    /** Carries the answer alone, and that at once, as in a batch. */
    Exchange ANSWER_ONLY = new Exchange() {
        @Override
        public void send(ObjectNode message) {
            // There is no way for it.
        }

        @Override
        public boolean isOver() {
            return false;
        }

        @Override
        public void cancel() {
            // Nobody can.
        }

        @Override
        public Optional<MessageStream> hold() {
            return Optional.empty();
        }

        @Override
        public boolean defer() {
            return false;
        }

        @Override
        public void answer(Reply reply) {
            throw new IllegalStateException("never deferred");
        }
    };

    /** Sends a message ahead of the answer, where there is a way and somebody listens; else it is dropped. */
    void send(ObjectNode message);

    /** Whether the client left or cancelled: nobody wants the answer any more. */
    boolean isOver();

    /** Whether the client took the whole answer, or never will. */
    default boolean isTaken() {
        return true;
    }

    /** The client does not want the answer any more. */
    void cancel();

    /**
     * Ends the connection for now and not the call: the client comes back for what follows. Where it cannot, nothing
     * happens.
     */
    default void pause() {
        // Most clients cannot come back.
    }

    /**
     * Makes the answer a stream of messages that stays open until one side ends it. Whoever holds it answers through it
     * alone.
     *
     * @return empty if this client takes no such answer, or the answer began already
     */
    Optional<MessageStream> hold();

    /**
     * Leaves the request without an answer for now; {@link #answer} gives it, from any thread.
     *
     * @return false if this transport cannot wait
     */
    boolean defer();

    /** The answer to a deferred request. */
    void answer(Reply reply);
}
