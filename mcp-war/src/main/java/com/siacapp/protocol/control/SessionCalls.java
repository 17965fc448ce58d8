package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;
import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;
import static com.siacapp.protocol.entity.Unanswered.NOBODY_TO_ASK;
import static com.siacapp.protocol.entity.Unanswered.REFUSED;
import static com.siacapp.protocol.entity.Unanswered.TOO_LATE;
import static com.siacapp.protocol.entity.Unanswered.TOO_MANY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestId;
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.Unanswered;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.Questions;
import com.siacapp.signals.entity.Audience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The calls of older clients on this node, those that run and those that wait for answers. A call that asks sends its
 * questions as requests on the stream of its own POST (MCP 2025-11-25, basic/transports) and waits without a thread; the
 * answers come by other POSTs, to any node, and the call is invoked again.
 */
public final class SessionCalls {

    private static final Logger LOG = Logger.getLogger(SessionCalls.class);

    /** Calls of one person that wait at the same time, on one node. */
    private static final int MOST_WAITING = 20;

    private final Questions questions;
    private final PageVisits pages;
    private final Function<Caller, Optional<Caller>> asOfNow;
    private final Executor threads;
    private final Clock clock;
    private final ConcurrentMap<SessionCall.Key, SessionCall> calls = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, SessionCall> byQuestion = new ConcurrentHashMap<>();

    /**
     * @param asOfNow the caller as of now; empty once their access ended
     * @param threads where calls are invoked again
     */
    public SessionCalls(
            Questions questions,
            McpSessions sessions,
            Function<Caller, Optional<Caller>> asOfNow,
            Executor threads,
            Clock clock) {
        this.questions = questions;
        this.pages = new PageVisits(sessions);
        this.asOfNow = asOfNow;
        this.threads = threads;
        this.clock = clock;
    }

    /** The result, or nothing if the call waits: then it is answered later. */
    Optional<ObjectNode> run(SessionCall call) {
        if (calls.putIfAbsent(call.key(), call) != null) {
            throw INVALID_REQUEST.because("a request of this id is still running");
        }
        Optional<ObjectNode> result = Optional.empty();
        var waits = false;
        try {
            result = proceed(call);
            waits = result.isEmpty();
            return result;
        } finally {
            if (!waits) {
                forget(call);
            }
        }
    }

    /** Keeps what a client answered, for whichever node asked. */
    void answer(Session session, Caller caller, JsonNode id, JsonNode response) {
        // A client's error needs no more than that it is one: its words are for nobody here.
        var answer = response.has("error") ? "" : response.path("result").toString();
        var question = questionOf(id);
        if (question.isEmpty() || !questions.answer(session.id(), caller.user(), question.get(), answer)) {
            throw INVALID_REQUEST.because("no such request is open");
        }
        answered(question.get());
    }

    /** Somebody said that there is an answer to this. */
    public void answered(UUID question) {
        var call = byQuestion.get(question);
        if (call != null) {
            threads.execute(() -> collect(call.open()));
        }
    }

    /** Ends a call nobody wants any more; false if it is not here (2025-11-25, basic/utilities/cancellation). */
    public boolean cancel(UUID session, String requestId) {
        var call = calls.get(new SessionCall.Key(session, requestId));
        if (call != null) {
            cancel(call);
        }
        return call != null;
    }

    /** Ends all calls of a session that is over. */
    public void cancelAll(UUID session) {
        matching(call -> call.session().id().equals(session)).forEach(this::cancel);
    }

    /** Answers the calls of those whose access is over, as far as they wait; what runs is nearly done. */
    public void endAllOf(Audience audience) {
        matching(call -> {
                    var caller = call.caller();
                    return audience.includes(caller.tenant(), caller.user(), caller.clientId(), caller.grant());
                })
                .filter(SessionCall::endsWaiting)
                .forEach(this::endWithoutAccess);
    }

    /** To be called once a second: takes answers of which no signal told, and ends what waited too long. */
    public void look() {
        if (byQuestion.isEmpty()) {
            return;
        }
        collect(Set.copyOf(byQuestion.keySet()));
        var now = clock.instant();
        matching(call -> call.exchange().isOver()).forEach(this::cancel);
        matching(call -> call.isWaitingSince(now))
                .filter(SessionCall::endsWaiting)
                .forEach(call -> endUnanswered(call, TOO_LATE));
    }

    /** The node stops: nobody is left waiting. */
    public void close() {
        calls.values().forEach(this::cancel);
    }

    private Stream<SessionCall> matching(Predicate<SessionCall> condition) {
        return List.copyOf(calls.values()).stream().filter(condition);
    }

    private Optional<ObjectNode> proceed(SessionCall call) {
        try {
            return Optional.of(call.invoke());
        } catch (InputRequired required) {
            var refusal = reasonNotToAsk(call, required);
            if (refusal.isPresent()) {
                return Optional.of(call.unanswered(refusal.get()));
            }
            ask(call, required);
            return Optional.empty();
        }
    }

    private Optional<Unanswered> reasonNotToAsk(SessionCall call, InputRequired required) {
        if (!required.isFor(call.session().capabilities()) || call.wasAskedTooOften()) {
            return Optional.of(NOBODY_TO_ASK);
        }
        var hasRoom = hasRoomFor(call);
        if (hasRoom && call.exchange().defer()) {
            return Optional.empty();
        }
        if (required.isForPagesOnly()) {
            throw pages.first(call.session(), required);
        }
        return Optional.of(hasRoom ? NOBODY_TO_ASK : TOO_MANY);
    }

    /** One at a time, so that those who ask at once do not all find the same room. */
    private synchronized boolean hasRoomFor(SessionCall call) {
        var user = call.caller().user();
        var others = matching(other -> other != call && other.asks())
                .filter(other -> other.caller().user().equals(user))
                .count();
        if (others >= MOST_WAITING) {
            return false;
        }
        call.beginsToAsk();
        return true;
    }

    /** Each question is known here and in the database before its client can answer it. */
    private void ask(SessionCall call, InputRequired required) {
        var keys = new HashMap<UUID, String>();
        var messages = new ArrayList<ObjectNode>();
        required.questions().forEach((key, question) -> {
            var id = UUID.randomUUID();
            keys.put(id, key);
            messages.add(question.request(id.toString(), call.context()));
        });
        pages.begin(call.session(), required);
        var deadline = questions.ask(call.session().id(), call.caller().user(), keys.keySet());
        call.waitFor(keys, deadline);
        keys.keySet().forEach(question -> byQuestion.put(question, call));
        messages.forEach(call.exchange()::send);
        if (call.exchange().isOver()) {
            cancel(call);
        }
    }

    private void collect(Collection<UUID> open) {
        questions.take(open).forEach(this::attempt);
    }

    /** One that fails keeps no other from its call; they are taken out already. */
    private void attempt(UUID question, String answer) {
        var call = byQuestion.get(question);
        try {
            deliver(question, answer);
        } catch (RuntimeException failure) {
            if (call != null) {
                end(call, Failures.fault(call.request().id(), failure));
            }
        }
    }

    private void deliver(UUID question, String answer) {
        var call = byQuestion.remove(question);
        if (call == null) {
            return;
        }
        if (answer.isEmpty()) {
            if (call.endsWaiting()) {
                endUnanswered(call, REFUSED);
            }
        } else if (call.completedBy(question, Json.parsed(answer))) {
            threads.execute(() -> RequestId.during(call.requestId(), () -> resume(call)));
        }
    }

    private void resume(SessionCall call) {
        try {
            var caller = asOfNow.apply(call.caller());
            if (caller.isEmpty()) {
                endWithoutAccess(call);
                return;
            }
            call.goOnAs(caller.get());
            proceed(call)
                    .ifPresent(
                            result -> end(call, Reply.answering(call.request().id(), result)));
        } catch (RuntimeException failure) {
            end(call, call.reply(failure));
        } catch (Error fault) {
            end(call, Failures.fault(call.request().id(), fault));
            throw fault;
        }
    }

    private void cancel(SessionCall call) {
        call.exchange().cancel();
        if (call.endsWaiting()) {
            end(call, call.refusal(INTERNAL_ERROR, "cancelled"));
        }
    }

    private void endWithoutAccess(SessionCall call) {
        end(call, call.refusal(INVALID_REQUEST, "your access ended, sign in again"));
    }

    private void endUnanswered(SessionCall call, Unanswered reason) {
        Reply reply;
        try {
            reply = Reply.answering(call.request().id(), call.unanswered(reason));
        } catch (RuntimeException failure) {
            reply = call.reply(failure);
        }
        end(call, reply);
    }

    private void end(SessionCall call, Reply reply) {
        forget(call);
        call.exchange().answer(call.ended(reply));
    }

    private void forget(SessionCall call) {
        call.end();
        calls.remove(call.key(), call);
        var open = call.open();
        open.forEach(byQuestion::remove);
        try {
            questions.close(open);
        } catch (RuntimeException unavailable) {
            LOG.warn("Questions that nobody waits for stay until they expire", unavailable);
        }
    }

    private static Optional<UUID> questionOf(JsonNode id) {
        try {
            return Optional.of(UUID.fromString(id.asText()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
