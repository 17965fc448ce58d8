package com.siacapp.clients.control;

import com.siacapp.clients.entity.DocumentUrl;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The keys last read at clients' addresses, so that a node that starts while a vendor is silent still knows them. */
@Stateless
public class StoredKeys {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    public void keep(DocumentUrl url, String jwks) {
        entities.createNativeQuery("insert into client_keys (jwks_uri, jwks, fetched_at) values (?1, ?2, ?3)"
                        + " on conflict (jwks_uri) do update set jwks = excluded.jwks, fetched_at = excluded.fetched_at"
                        // Whoever makes us look again is not to make us write again.
                        + " where client_keys.jwks <> excluded.jwks")
                .setParameter(1, url.value())
                .setParameter(2, jwks)
                .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    public Optional<String> find(DocumentUrl url) {
        List<?> found = entities.createNativeQuery("select jwks from client_keys where jwks_uri = ?1")
                .setParameter(1, url.value())
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
}
