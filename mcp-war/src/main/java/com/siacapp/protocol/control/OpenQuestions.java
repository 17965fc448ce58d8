package com.siacapp.protocol.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Session;
import com.siacapp.sessions.boundary.Questions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** The questions that calls on this node wait for; their answers are kept in the database, whichever node they come to. */
final class OpenQuestions {

    private static final Logger LOG = Logger.getLogger(OpenQuestions.class);

    private final Questions stored;
    private final ConcurrentMap<UUID, SessionCall> calls = new ConcurrentHashMap<>();

    OpenQuestions(Questions stored) {
        this.stored = stored;
    }

    /**
     * The requests to be sent to the client. From now on the call waits for the answers: each question is known here and in
     * the database before its client can answer it.
     */
    List<ObjectNode> ask(SessionCall call, InputRequired required) {
        var keys = new HashMap<UUID, String>();
        var requests = new ArrayList<ObjectNode>();
        required.questions().forEach((key, question) -> {
            var id = UUID.randomUUID();
            keys.put(id, key);
            requests.add(question.request(id.toString(), call.context()));
        });
        var deadline = stored.ask(call.session().id(), call.caller().user(), keys.keySet());
        // In this order: whoever ends a call that waits finds its questions here.
        keys.keySet().forEach(question -> calls.put(question, call));
        call.waitFor(keys, deadline);
        return requests;
    }

    /** Keeps an answer to the question of this id for whichever node asked; empty if none is open to this session. */
    Optional<UUID> answer(Session session, Caller caller, JsonNode id, String answer) {
        return idIn(id).filter(question -> stored.answer(session.id(), caller.user(), question, answer));
    }

    /** The call on this node that asked this. */
    Optional<SessionCall> call(UUID question) {
        return Optional.ofNullable(calls.get(question));
    }

    Set<UUID> open() {
        return Set.copyOf(calls.keySet());
    }

    /** The answers there are to these; they are kept no longer. */
    Map<UUID, String> take(Collection<UUID> open) {
        return stored.take(open);
    }

    /** No more is to be known of this one than its call knows. */
    void forget(UUID question) {
        calls.remove(question);
    }

    /** The call is over. */
    void close(SessionCall call) {
        var open = call.open();
        open.forEach(calls::remove);
        try {
            stored.close(open);
        } catch (RuntimeException unavailable) {
            LOG.warn("Questions that nobody waits for stay until they expire", unavailable);
        }
    }

    private static Optional<UUID> idIn(JsonNode id) {
        try {
            return Optional.of(UUID.fromString(id.asText()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
