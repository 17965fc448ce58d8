package com.siacapp.grants.control;

import com.siacapp.clients.entity.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** When a client last got tokens: coarsely, so that a refresh writes no second row each time. */
@ApplicationScoped
public class ClientUse {

    private static final Duration RESOLUTION = Duration.ofHours(1);

    @PersistenceContext
    EntityManager entities;

    /** Waits for nobody who is at the client: what is not noted now is noted with the next tokens. */
    public void note(Client client, Instant now) {
        if (!client.wasUsedAfter(now.minus(RESOLUTION))) {
            entities.createNativeQuery("update client set last_used_at = ?1 where id ="
                            + " (select id from client where id = ?2 for no key update skip locked) returning 1")
                    .setParameter(1, now.atOffset(ZoneOffset.UTC))
                    .setParameter(2, client.id())
                    .getResultList();
        }
    }
}
