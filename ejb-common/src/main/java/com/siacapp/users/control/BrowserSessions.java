package com.siacapp.users.control;

import com.siacapp.keys.entity.Secret;
import com.siacapp.users.entity.BrowserSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.persistence.config.QueryHints;

/** The stored browser sessions. */
@ApplicationScoped
public class BrowserSessions {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    public void add(BrowserSession session) {
        entities.persist(session);
    }

    public Optional<BrowserSession> withSecret(Secret secret) {
        return entities.createQuery("select s from BrowserSession s where s.secretHash = :hash", BrowserSession.class)
                // EclipseLink takes one step of JPQL's join fetch and no second.
                .setHint(QueryHints.FETCH, "s.user.tenant")
                .setParameter("hash", secret.hash())
                .getResultStream()
                .findFirst();
    }

    /** Notes that it was used. Asked for its result and not as an update, which JPA takes in a transaction only. */
    public void seen(UUID session, Instant now) {
        entities.createNativeQuery("update browser_session set last_seen_at = ?1 where id = ?2 returning 1")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, session)
                .getResultList();
    }

    /** A person's sessions that are alive, the most recently used first. */
    public List<BrowserSession> aliveOf(UUID user) {
        var now = clock.instant();
        return notEnded(user, now)
                .filter(session -> session.isAliveAt(now, SessionSettings.IDLE_LIMIT.value()))
                .toList();
    }

    /** How many sessions are alive of each of a company's people; nobody is named who has none. */
    public Map<UUID, Integer> countsOfTenant(UUID tenant) {
        var now = clock.instant();
        return entities.createQuery(
                        "select s.user.id, count(s) from BrowserSession s where s.user.tenant.id = :tenant"
                                + " and s.endedAt is null and s.expiresAt > :now and s.lastSeenAt > :idle group by s.user.id",
                        Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("now", now)
                .setParameter("idle", now.minus(SessionSettings.IDLE_LIMIT.value()))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** Ends every session of a person: when they are disabled, or their password was reset (ASVS 7.4.2). */
    public void endAllOf(UUID user) {
        endAllBut(List.of(), user);
    }

    /** Ends every session of a person but these. */
    public void endAllBut(Collection<UUID> kept, UUID user) {
        var now = clock.instant();
        entities.createNativeQuery("update browser_session set ended_at = ?1 where user_id = ?2 and ended_at is null"
                        + " and expires_at > ?1 and not id::text = any(string_to_array(?3, ','))")
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, user)
                .setParameter(3, kept.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .executeUpdate();
    }

    /** Whether the session was not ended; until this transaction ends nobody ends it. */
    public boolean isHeldOpen(UUID session) {
        return !entities.createNativeQuery("select 1 from browser_session where id = ?1 and ended_at is null for share")
                .setParameter(1, session)
                .getResultList()
                .isEmpty();
    }

    /** Ends every session of a company's people. */
    public void endAllOfTenant(UUID tenant) {
        entities.createQuery("update BrowserSession s set s.endedAt = :now where s.endedAt is null"
                        + " and s.user.id in (select u.id from User u where u.tenant.id = :tenant)")
                .setParameter("now", clock.instant())
                .setParameter("tenant", tenant)
                .executeUpdate();
    }

    private Stream<BrowserSession> notEnded(UUID user, Instant now) {
        return entities.createQuery(
                        "select s from BrowserSession s join fetch s.user where s.user.id = :user"
                                + " and s.endedAt is null and s.expiresAt > :now order by s.lastSeenAt desc",
                        BrowserSession.class)
                .setParameter("user", user)
                .setParameter("now", now)
                .getResultStream();
    }
}
