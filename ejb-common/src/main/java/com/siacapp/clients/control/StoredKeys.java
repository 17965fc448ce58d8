package com.siacapp.clients.control;

import com.siacapp.clients.entity.DocumentUrl;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The keys last read at clients' addresses, so that a node that starts while a vendor is silent still knows them; for a day,
 * because a key that was taken back must not live on with whoever can keep us from its host.
 */
@Stateless
public class StoredKeys {

    private static final Duration HIGHEST_AGE = Fetched.LONGEST;

    /** Whoever makes us look again makes us write again no sooner. */
    private static final Duration SHORTEST_BETWEEN_WRITES = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    public void keep(DocumentUrl url, String jwks) {
        entities.createNativeQuery("insert into client_keys (jwks_uri, jwks, fetched_at) values (?1, ?2, ?3)"
                        + " on conflict (jwks_uri) do update set jwks = excluded.jwks, fetched_at = excluded.fetched_at"
                        + " where client_keys.jwks <> excluded.jwks or client_keys.fetched_at <= ?4")
                .setParameter(1, url.value())
                .setParameter(2, jwks)
                .setParameter(3, ago(Duration.ZERO))
                .setParameter(4, ago(SHORTEST_BETWEEN_WRITES))
                .executeUpdate();
    }

    public Optional<String> find(DocumentUrl url) {
        List<?> found = entities.createNativeQuery(
                        "select jwks from client_keys where jwks_uri = ?1 and fetched_at > ?2")
                .setParameter(1, url.value())
                .setParameter(2, ago(HIGHEST_AGE))
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }

    /** Keys that no client and no identity provider has any more. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void forgetUnused() {
        entities.createNativeQuery("delete from client_keys k"
                        + " where not exists (select 1 from client c where c.jwks_uri = k.jwks_uri)"
                        + " and not exists (select 1 from identity_provider p where p.jwks_uri = k.jwks_uri)")
                .executeUpdate();
    }

    private OffsetDateTime ago(Duration age) {
        return clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    }
}
