package com.siacapp.limits.control;

import com.siacapp.limits.entity.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The stored counts. A window begins with its first count; the count after its end begins the next. */
@ApplicationScoped
public class Windows {

    private static final String COUNT = """
            insert into limit_window as w (name, key, count, ends_at) values (?1, ?2, 1, ?3)
            on conflict (name, key) do update set
                count = case when w.ends_at <= ?4 then 1 else w.count + 1 end,
                ends_at = case when w.ends_at <= ?4 then excluded.ends_at else w.ends_at end
            returning count, cast(extract(epoch from ends_at) as double precision)""";

    private static final String FIND = """
            select count, cast(extract(epoch from ends_at) as double precision)
            from limit_window where name = ?1 and key = ?2 and ends_at > ?3""";

    @PersistenceContext
    EntityManager entities;

    /** Counts one more, in one round trip, whoever counts at once. */
    public Window count(String name, Key key, Duration length, Instant now) {
        return window((Object[]) entities.createNativeQuery(COUNT)
                .setParameter(1, name)
                .setParameter(2, key.value())
                .setParameter(3, now.plus(length).atOffset(ZoneOffset.UTC))
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .getSingleResult());
    }

    /** The window that is open now. */
    public Optional<Window> find(String name, Key key, Instant now) {
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter(1, name)
                .setParameter(2, key.value())
                .setParameter(3, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().findFirst().map(row -> window((Object[]) row));
    }

    private static Window window(Object[] row) {
        return new Window(((Number) row[0]).longValue(), Moment.ofEpoch((Number) row[1]));
    }

    /** How often so far, and until when it counts. */
    public record Window(long count, Instant endsAt) {

        public Duration remaining(Instant now) {
            return Duration.between(now, endsAt);
        }
    }
}
