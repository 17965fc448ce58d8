package com.siacapp.sessions.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stored sessions and subscriptions. Read at every request of a session, so by SQL of our own. */
@ApplicationScoped
public class StoredSessions {

    private static final String MAKE_ROOM = """
            delete from mcp_session where id in (
                select id from mcp_session where user_id = ?1 order by created_at desc offset ?2)
            returning id""";

    /** What a session waits for is kept beside the resources it subscribed to, none of which has an address like this. */
    public static final String PAGE = "page:";

    private static final String SUBSCRIBE = """
            insert into mcp_subscription (session_id, uri)
            select ?1, ?2
            where (select count(*) from mcp_subscription s
                where s.session_id = ?1 and s.uri <> ?2 and starts_with(s.uri, ?4) = ?5) < ?3
            on conflict (session_id, uri) do update set uri = excluded.uri""";

    @PersistenceContext
    EntityManager entities;

    public void add(UUID session, UUID user, Instant now, Instant expiresAt) {
        entities.createNativeQuery(
                        "insert into mcp_session (id, user_id, created_at, expires_at) values (?1, ?2, ?3, ?4)")
                .setParameter(1, session)
                .setParameter(2, user)
                .setParameter(3, utc(now))
                .setParameter(4, utc(expiresAt))
                .executeUpdate();
    }

    /** Deletes all sessions of a person but the newest; which those were. */
    public List<UUID> makeRoom(UUID user, int kept) {
        List<?> deleted = entities.createNativeQuery(MAKE_ROOM)
                .setParameter(1, user)
                .setParameter(2, kept)
                .getResultList();
        return deleted.stream().map(UUID.class::cast).toList();
    }

    /** The log level of a living session, empty text if none was set. */
    public Optional<String> logLevel(UUID session, UUID user, Instant now) {
        List<?> rows = entities.createNativeQuery("select coalesce(log_level, '') from mcp_session"
                        + " where id = ?1 and user_id = ?2 and expires_at > ?3")
                .setParameter(1, session)
                .setParameter(2, user)
                .setParameter(3, utc(now))
                .getResultList();
        return rows.stream().findFirst().map(String.class::cast);
    }

    public boolean delete(UUID session, UUID user) {
        return entities.createNativeQuery("delete from mcp_session where id = ?1 and user_id = ?2")
                        .setParameter(1, session)
                        .setParameter(2, user)
                        .executeUpdate()
                == 1;
    }

    public void setLogLevel(UUID session, String level) {
        entities.createNativeQuery("update mcp_session set log_level = ?2 where id = ?1")
                .setParameter(1, session)
                .setParameter(2, level)
                .executeUpdate();
    }

    /** False if the session has so many other addresses, or so many other pages, already. */
    public boolean addSubscription(UUID session, String uri, int most) {
        // Requests at once cannot pass the bound together: who waits here counts what the one before added.
        var living = entities.createNativeQuery("select 1 from mcp_session where id = ?1 for update")
                .setParameter(1, session)
                .getResultList();
        return !living.isEmpty()
                && entities.createNativeQuery(SUBSCRIBE)
                                .setParameter(1, session)
                                .setParameter(2, uri)
                                .setParameter(3, most)
                                .setParameter(4, PAGE)
                                .setParameter(5, uri.startsWith(PAGE))
                                .executeUpdate()
                        == 1;
    }

    /** Whether it was there. */
    public boolean deleteSubscription(UUID session, String uri) {
        return entities.createNativeQuery("delete from mcp_subscription where session_id = ?1 and uri = ?2")
                        .setParameter(1, session)
                        .setParameter(2, uri)
                        .executeUpdate()
                == 1;
    }

    public Set<String> subscriptions(UUID session) {
        List<?> rows = entities.createNativeQuery("select uri from mcp_subscription where session_id = ?1")
                .setParameter(1, session)
                .getResultList();
        return rows.stream().map(String.class::cast).collect(Collectors.toUnmodifiableSet());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
