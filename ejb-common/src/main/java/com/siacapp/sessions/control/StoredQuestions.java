package com.siacapp.sessions.control;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stored questions. */
@ApplicationScoped
public class StoredQuestions {

    /** Named in full: a bare {@code id}, which the function's result does not have, would be that of the table outside. */
    private static final String IDS =
            "(select cast(asked.value as uuid) from jsonb_array_elements_text(cast(?1 as jsonb)) asked (value))";

    private static final String ADD = "insert into mcp_question (id, session_id, user_id, expires_at)"
            + " select asked.id, ?2, ?3, ?4 from " + IDS + " asked (id)";

    private static final String ANSWER = """
            update mcp_question set answer = ?4
            where id = ?1 and session_id = ?2 and user_id = ?3 and answer is null and expires_at > ?5""";

    @PersistenceContext
    EntityManager entities;

    public void add(UUID session, UUID user, Collection<UUID> questions, Instant expiresAt) {
        entities.createNativeQuery(ADD)
                .setParameter(1, array(questions))
                .setParameter(2, session)
                .setParameter(3, user)
                .setParameter(4, utc(expiresAt))
                .executeUpdate();
    }

    /** False if it is not open, or not to them. */
    public boolean answer(UUID session, UUID user, UUID question, String answer, Instant now) {
        return entities.createNativeQuery(ANSWER)
                        .setParameter(1, question)
                        .setParameter(2, session)
                        .setParameter(3, user)
                        .setParameter(4, answer)
                        .setParameter(5, utc(now))
                        .executeUpdate()
                == 1;
    }

    /** Deletes those that are answered, and returns the answers. */
    public Map<UUID, String> take(Collection<UUID> questions) {
        List<?> rows = entities.createNativeQuery(
                        "delete from mcp_question where id in " + IDS + " and answer is not null returning id, answer")
                .setParameter(1, array(questions))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (UUID) row[0], row ->
                (String) row[1]));
    }

    public void delete(Collection<UUID> questions) {
        entities.createNativeQuery("delete from mcp_question where id in " + IDS)
                .setParameter(1, array(questions))
                .executeUpdate();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(joining(",", "[", "]"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
