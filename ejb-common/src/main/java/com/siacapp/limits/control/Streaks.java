package com.siacapp.limits.control;

import com.siacapp.limits.entity.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The stored failures in a row. */
@ApplicationScoped
public class Streaks {

    /** After so long without a failure all are forgotten. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final String COUNT = """
            insert into failure_streak as s (key, count, last_at) values (?1, 1, ?2)
            on conflict (key) do update set
                count = case when s.last_at <= ?3 then 1 else s.count + 1 end, last_at = ?2""";

    @PersistenceContext
    EntityManager entities;

    public Streak find(Key key, Instant now) {
        List<?> rows = entities.createNativeQuery("select count, cast(extract(epoch from last_at) as double precision)"
                        + " from failure_streak where key = ?1 and last_at > ?2")
                .setParameter(1, key.value())
                .setParameter(2, utc(now.minus(MEMORY)))
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Streak(((Number) row[0]).longValue(), Moment.ofEpoch((Number) row[1])))
                .orElse(Streak.NONE);
    }

    public void count(Key key, Instant now) {
        entities.createNativeQuery(COUNT)
                .setParameter(1, key.value())
                .setParameter(2, utc(now))
                .setParameter(3, utc(now.minus(MEMORY)))
                .executeUpdate();
    }

    /** Takes the one try that is free after a wait; false when somebody else did first. */
    public boolean takeTry(Key key, Duration wait, Instant now) {
        return entities.createNativeQuery("update failure_streak set last_at = ?2 where key = ?1 and last_at <= ?3")
                        .setParameter(1, key.value())
                        .setParameter(2, utc(now))
                        .setParameter(3, utc(now.minus(wait)))
                        .executeUpdate()
                == 1;
    }

    public void forget(Key key) {
        entities.createNativeQuery("delete from failure_streak where key = ?1")
                .setParameter(1, key.value())
                .executeUpdate();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** How many failures in a row, and when the last of them was, or the last try. */
    public record Streak(long count, Instant lastAt) {

        static final Streak NONE = new Streak(0, Instant.EPOCH);
    }
}
