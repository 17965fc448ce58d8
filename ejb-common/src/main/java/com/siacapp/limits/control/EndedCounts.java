package com.siacapp.limits.control;

import com.siacapp.installation.control.Batches;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * Counts that are over. Each method deletes some of what ended before a moment in one transaction and returns how many;
 * rows that somebody counts at, or that another node deletes, are skipped.
 */
@Stateless
public class EndedCounts {

    private static final String WINDOWS = """
            delete from limit_window where (name, key) in (
                select name, key from limit_window where ends_at < ?1
                order by ends_at limit ?2 for update skip locked)""";

    private static final String STREAKS = """
            delete from failure_streak where key in (
                select key from failure_streak where last_at < ?1
                order by last_at limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    public int deleteWindows(Instant endedBefore, int most) {
        return Batches.delete(entities, WINDOWS, endedBefore, most);
    }

    public int deleteStreaks(Instant endedBefore, int most) {
        return Batches.delete(entities, STREAKS, endedBefore, most);
    }
}
