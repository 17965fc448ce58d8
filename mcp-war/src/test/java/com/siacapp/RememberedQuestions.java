package com.siacapp;

import com.siacapp.sessions.boundary.Questions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The questions of one server that has no database. */
final class RememberedQuestions extends Questions {

    private final Map<UUID, String> asked = new HashMap<>();
    private final Map<UUID, String> answers = new HashMap<>();
    private final Clock clock;

    RememberedQuestions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant ask(UUID session, UUID user, Collection<UUID> questions) {
        questions.forEach(question -> asked.put(question, session + " " + user));
        return clock.instant().plus(Duration.ofMinutes(5));
    }

    @Override
    public boolean answer(UUID session, UUID user, UUID question, String answer) {
        return asked.remove(question, session + " " + user) && answers.put(question, answer) == null;
    }

    @Override
    public Map<UUID, String> take(Collection<UUID> questions) {
        var taken = new HashMap<UUID, String>();
        questions.stream()
                .filter(answers::containsKey)
                .forEach(question -> taken.put(question, answers.remove(question)));
        return taken;
    }

    @Override
    public void close(Collection<UUID> questions) {
        asked.keySet().removeAll(questions);
        answers.keySet().removeAll(questions);
    }
}
