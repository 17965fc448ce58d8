package com.siacapp.grants.entity;

import com.siacapp.clients.entity.ClientSource;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * One app of one person.
 *
 * @param clientName what the app calls itself
 * @param lastUse when it last got a token
 */
public record Connection(
        UUID id,
        UUID personId,
        String person,
        String clientId,
        String clientName,
        ClientSource source,
        Set<Scope> scopes,
        Instant since,
        Instant lastUse,
        Instant until) {

    public Connection {
        scopes = Set.copyOf(scopes);
    }

    public static Connection of(Grant grant, Instant lastUse) {
        return new Connection(
                grant.id(),
                grant.user().id(),
                grant.user().name(),
                grant.client().id(),
                grant.client().name(),
                grant.client().source(),
                grant.scopes(),
                grant.createdAt(),
                lastUse,
                grant.expiresAt());
    }
}
