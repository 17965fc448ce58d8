package com.siacapp.clients.control;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which assertions were used, on whichever node. */
@Stateless
public class SpentAssertions {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Spends the assertion of this id; false if it is spent. One insert decides, whoever asks at once. */
    public boolean spend(String clientId, String jti, Instant expiresAt) {
        return entities.createNativeQuery("insert into client_assertion (client_id, jti, expires_at)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, clientId)
                        .setParameter(2, jti)
                        .setParameter(3, expiresAt.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    /** Those that are expired are refused for that. */
    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void forgetExpired() {
        entities.createNativeQuery("delete from client_assertion where expires_at < ?1")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
