package com.siacapp.sessions.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What is left of sessions, questions and streams that are over. Each method deletes some in one transaction and returns how many;
 * rows that another node deletes are skipped.
 */
@Stateless
public class DeadMcpSessions {

    private static final String DELETE = """
            delete from %1$s where id in (
                select id from %1$s where expires_at < ?1 order by expires_at limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    /** With all that hangs on them. */
    public int deleteSessions(Instant endedBefore, int most) {
        return delete("mcp_session", endedBefore, most);
    }

    /** Those whose node went away while it waited. */
    public int deleteQuestions(Instant endedBefore, int most) {
        return delete("mcp_question", endedBefore, most);
    }

    /** With all that was said on them. */
    public int deleteStreams(Instant endedBefore, int most) {
        return delete("mcp_stream", endedBefore, most);
    }

    private int delete(String table, Instant endedBefore, int most) {
        return entities.createNativeQuery(DELETE.formatted(table))
                .setParameter(1, endedBefore.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .executeUpdate();
    }
}
