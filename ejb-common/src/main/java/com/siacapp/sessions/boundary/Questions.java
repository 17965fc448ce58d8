package com.siacapp.sessions.boundary;

import com.siacapp.sessions.control.McpSessionSettings;
import com.siacapp.sessions.control.StoredQuestions;
import com.siacapp.signals.boundary.Signals;
import com.siacapp.signals.entity.Signal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Questions that were put to a client during a call, and its answers, which may reach any node. The first answer to a
 * question counts, and only from the session that was asked.
 */
@Stateless
public class Questions {

    @Inject
    StoredQuestions stored;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /** Opens these questions; returns until when they can be answered. */
    public Instant ask(UUID session, UUID user, Collection<UUID> questions) {
        var expiresAt = clock.instant().plus(McpSessionSettings.ANSWER_TIMEOUT.value());
        stored.add(session, user, questions, expiresAt);
        return expiresAt;
    }

    /** Keeps an answer for whoever asked and tells them; false if no such question is open to this session. */
    public boolean answer(UUID session, UUID user, UUID question, String answer) {
        var isFirst = stored.answer(session, user, question, answer, clock.instant());
        if (isFirst) {
            signals.send(Signal.answered(question.toString()));
        }
        return isFirst;
    }

    /** The answers there are to these questions; they are forgotten here. */
    public Map<UUID, String> take(Collection<UUID> questions) {
        return questions.isEmpty() ? Map.of() : stored.take(questions);
    }

    /** Closes these questions: nobody waits for their answers any more. */
    public void close(Collection<UUID> questions) {
        if (!questions.isEmpty()) {
            stored.delete(questions);
        }
    }
}
