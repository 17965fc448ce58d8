package com.siacapp.users.control;

import com.siacapp.installation.control.Batches;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * Sessions and one-time links that are over. Each method deletes some of what ended before a moment in one transaction
 * and returns how many; rows that another node deletes are skipped.
 */
@Stateless
public class DeadSessions {

    private static final String SESSIONS = """
            delete from browser_session where id in (
                select id from browser_session where least(ended_at, expires_at) < ?1
                order by least(ended_at, expires_at) limit ?2 for update skip locked)""";

    private static final String LINKS = """
            delete from one_time_link where id in (
                select id from one_time_link where least(used_at, withdrawn_at, expires_at) < ?1
                limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    public int deleteSessions(Instant endedBefore, int most) {
        return Batches.delete(entities, SESSIONS, endedBefore, most);
    }

    public int deleteLinks(Instant endedBefore, int most) {
        return Batches.delete(entities, LINKS, endedBefore, most);
    }
}
