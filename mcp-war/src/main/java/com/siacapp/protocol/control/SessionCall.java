package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RpcError;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.Unanswered;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One call of an older client. It runs on a thread, or it waits for answers and holds none, or it is over. Safe for use by
 * several threads.
 */
final class SessionCall {

    /** A client that answers again and again beside the question is not asked for ever. */
    private static final int MOST_ROUNDS = 20;

    private enum State {
        RUNNING,
        WAITING,
        OVER
    }

    private final Session session;
    private final Incoming incoming;
    private final RpcMethod method;
    private final Exchange exchange;
    private final Map<String, JsonNode> answers = new HashMap<>();
    private CallContext context;
    private State state = State.RUNNING;
    private Map<UUID, String> keysOfOpen = new HashMap<>();
    private Instant deadline = Instant.MAX;
    private int rounds;
    private boolean asks;

    SessionCall(Session session, Incoming incoming, RpcMethod method, CallContext context, Exchange exchange) {
        this.session = session;
        this.incoming = incoming;
        this.method = method;
        this.context = context;
        this.exchange = exchange;
    }

    /** Names a call among all; of its request's id as it was written, because {@code 1} is not {@code "1"}. */
    record Key(UUID session, String requestId) {

        static Key of(Session session, JsonNode requestId) {
            return new Key(session.id(), requestId.toString());
        }
    }

    Key key() {
        return Key.of(session, request().id());
    }

    Session session() {
        return session;
    }

    Request request() {
        return incoming.request();
    }

    /** See {@link Incoming#requestId}. */
    String requestId() {
        return incoming.requestId();
    }

    /** Its reply as it is to be sent. */
    Reply ended(Reply reply) {
        return incoming.ended(reply);
    }

    Exchange exchange() {
        return exchange;
    }

    synchronized Caller caller() {
        return context.caller();
    }

    synchronized CallContext context() {
        return context;
    }

    /** Runs the method from its start, with the answers so far. */
    ObjectNode invoke() {
        return method.call(request().params(), context());
    }

    /** The result when no answer will come. */
    ObjectNode unanswered(Unanswered reason) {
        return method.unanswered(reason, context());
    }

    synchronized boolean wasAskedTooOften() {
        return rounds >= MOST_ROUNDS;
    }

    /** From now on it counts among those that wait. */
    synchronized void beginsToAsk() {
        asks = true;
    }

    synchronized boolean asks() {
        return asks && state != State.OVER;
    }

    /** From now on it waits for an answer to each of these. */
    synchronized void waitFor(Map<UUID, String> keys, Instant until) {
        keysOfOpen = new HashMap<>(keys);
        deadline = until;
        rounds++;
        state = State.WAITING;
    }

    synchronized boolean isWaitingSince(Instant now) {
        return state == State.WAITING && !now.isBefore(deadline);
    }

    synchronized Set<UUID> open() {
        return Set.copyOf(keysOfOpen.keySet());
    }

    /** Takes an answer; true if it was the last that was missing, and so the call runs again from here on. */
    synchronized boolean completedBy(UUID question, JsonNode answer) {
        var key = keysOfOpen.remove(question);
        if (key == null || state != State.WAITING) {
            return false;
        }
        answers.put(key, answer);
        if (keysOfOpen.isEmpty()) {
            state = State.RUNNING;
            asks = false;
        }
        return keysOfOpen.isEmpty();
    }

    /** Before it runs again. */
    synchronized void goOnAs(Caller callerOfNow) {
        context = context.again(callerOfNow, answers);
    }

    /** True for the one who may give the answer: of a call that waits, whoever comes first. */
    synchronized boolean endsWaiting() {
        if (state != State.WAITING) {
            return false;
        }
        state = State.OVER;
        return true;
    }

    synchronized void end() {
        state = State.OVER;
    }

    /** How it ends by this. A step-up is an answer of HTTP, which this call cannot have any more. */
    Reply reply(RuntimeException failure) {
        return failure instanceof InsufficientScope
                ? refusal(INVALID_REQUEST, "this needs more permissions, call again to learn which")
                : Failures.reply(request(), failure, RpcError::httpStatus);
    }

    Reply refusal(RpcError error, String reason) {
        return Reply.refusing(request().id(), error.because(reason), error.httpStatus());
    }
}
