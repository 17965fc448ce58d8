package com.siacapp.limits.control;

import com.siacapp.limits.entity.Key;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The stored counts. A window begins with its first count; the count after its end begins the next. */
@ApplicationScoped
public class Windows {

    private static final String ONE_MORE = """
            on conflict (name, key) do update set
                count = case when w.ends_at <= ?1 then 1 else w.count + 1 end,
                ends_at = case when w.ends_at <= ?1 then excluded.ends_at else w.ends_at end
            returning count, cast(extract(epoch from ends_at) as double precision) as ends""";

    private static final String COUNT =
            "insert into limit_window as w (name, key, count, ends_at) values (?2, ?3, 1, ?4) " + ONE_MORE;

    private static final String COUNT_IN_TURN = """
            with first as (
                insert into limit_window as w (name, key, count, ends_at)
                values (?2, ?3, 1, ?4) %1$s),
            second as (
                insert into limit_window as w (name, key, count, ends_at)
                select ?6, ?7, 1, ?8 from first where first.count <= ?5 %1$s),
            third as (
                insert into limit_window as w (name, key, count, ends_at)
                select ?10, ?11, 1, ?12 from second where second.count <= ?9 %1$s)
            select count, ends, 1 as turn from first
            union all select count, ends, 2 from second
            union all select count, ends, 3 from third
            order by turn""".formatted(ONE_MORE);

    private static final String FIND = """
            select count, cast(extract(epoch from ends_at) as double precision)
            from limit_window where name = ?1 and key = ?2 and ends_at > ?3""";

    @PersistenceContext
    EntityManager entities;

    /** Counts one more, in one round trip, whoever counts at once. */
    public Window count(Count count, Instant now) {
        var query = entities.createNativeQuery(COUNT).setParameter(1, utc(now));
        return window(with(query, 2, count, now).getSingleResult());
    }

    /**
     * Counts one more of each, in one round trip. The second is counted if the first is not more than so many, the third
     * if the second is not.
     *
     * @return the windows of those that were counted
     */
    public List<Window> count(
            Count first, long mostOfFirst, Count second, long mostOfSecond, Count third, Instant now) {
        var query = entities.createNativeQuery(COUNT_IN_TURN).setParameter(1, utc(now));
        with(query, 2, first, now).setParameter(5, mostOfFirst);
        with(query, 6, second, now).setParameter(9, mostOfSecond);
        List<?> rows = with(query, 10, third, now).getResultList();
        return rows.stream().map(Windows::window).toList();
    }

    private static Query with(Query query, int place, Count count, Instant now) {
        return query.setParameter(place, count.name())
                .setParameter(place + 1, count.key().value())
                .setParameter(place + 2, utc(now.plus(count.length())));
    }

    /** The window that is open now. */
    public Optional<Window> find(String name, Key key, Instant now) {
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter(1, name)
                .setParameter(2, key.value())
                .setParameter(3, utc(now))
                .getResultList();
        return rows.stream().findFirst().map(Windows::window);
    }

    private static Window window(Object row) {
        var columns = (Object[]) row;
        return new Window(((Number) columns[0]).longValue(), Moment.ofEpoch((Number) columns[1]));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Whose window of which limit, and how long it is if this is its first count. */
    public record Count(String name, Key key, Duration length) {}

    /** How often so far, and until when it counts. */
    public record Window(long count, Instant endsAt) {

        public Duration remaining(Instant now) {
            return Duration.between(now, endsAt);
        }
    }
}
