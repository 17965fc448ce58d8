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
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.Unanswered;
import com.siacapp.requests.entity.RequestId;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.Questions;
import com.siacapp.signals.entity.Audience;
import java.time.Clock;
import java.util.Collection;
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

/**
 * The calls of older clients on this node, those that run and those that wait for answers. A call that asks sends its
 * questions as requests on the stream of its own POST (MCP 2025-11-25, basic/transports) and waits without a thread; the
 * answers come by other POSTs, to any node, and the call is invoked again.
 */
public final class SessionCalls {

    /** Calls of one person that wait at the same time, on one node. */
    private static final int MOST_WAITING = 20;

    private final OpenQuestions questions;
    private final PageVisits pages;
    private final Function<Caller, Optional<Caller>> asOfNow;
    private final Executor threads;
    private final Lanes resumed;
    private final Clock clock;
    private final ConcurrentMap<SessionCall.Key, SessionCall> calls = new ConcurrentHashMap<>();

    /** Those whose answer is not taken by their client yet. */
    private final Set<SessionCall> leaving = ConcurrentHashMap.newKeySet();

    /**
     * @param asOfNow the caller as of now; empty once their access ended
     * @param threads for what is done in a moment
     * @param resumed where calls are invoked again, which may take long
     */
    public SessionCalls(
            Questions questions,
            McpSessions sessions,
            Function<Caller, Optional<Caller>> asOfNow,
            Executor threads,
            Lanes resumed,
            Clock clock) {
        this.questions = new OpenQuestions(questions);
        this.pages = new PageVisits(sessions);
        this.asOfNow = asOfNow;
        this.threads = threads;
        this.resumed = resumed;
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
        var question = questions.answer(session, caller, id, answer);
        answered(question.orElseThrow(() -> INVALID_REQUEST.because("no such request is open")));
    }

    /** Somebody said that there is an answer to this. */
    public void answered(UUID question) {
        questions.call(question).ifPresent(call -> threads.execute(() -> collect(call.open())));
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
        leaving.removeIf(call -> call.exchange().isTaken());
        var open = questions.open();
        if (open.isEmpty()) {
            return;
        }
        collect(open);
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
        leaving.removeIf(other -> other.exchange().isTaken());
        var others = Stream.concat(matching(other -> other != call && other.asks()), leaving.stream())
                .filter(other -> other.caller().user().equals(user))
                .count();
        if (others >= MOST_WAITING) {
            return false;
        }
        call.beginsToAsk();
        return true;
    }

    private void ask(SessionCall call, InputRequired required) {
        pages.begin(call.session(), required);
        questions.ask(call, required).forEach(call.exchange()::send);
        if (call.exchange().isOver()) {
            cancel(call);
        }
    }

    private void collect(Collection<UUID> open) {
        questions.take(open).forEach(this::attempt);
    }

    /** One that fails keeps no other from its call; they are taken out already. */
    private void attempt(UUID question, String answer) {
        questions.call(question).ifPresent(call -> {
            try {
                deliver(call, question, answer);
            } catch (RuntimeException | Error failure) {
                end(call, Failures.fault(call.request().id(), failure));
            }
        });
    }

    private void deliver(SessionCall call, UUID question, String answer) {
        questions.forget(question);
        if (answer.isEmpty()) {
            if (call.endsWaiting()) {
                endUnanswered(call, REFUSED);
            }
        } else if (call.completedBy(question, Json.parsed(answer))) {
            resumed.execute(call.caller().user(), () -> RequestId.during(call.requestId(), () -> resume(call)));
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
        if (!call.exchange().isTaken()) {
            leaving.add(call);
        }
    }

    private void forget(SessionCall call) {
        call.end();
        calls.remove(call.key(), call);
        questions.close(call);
    }
}
