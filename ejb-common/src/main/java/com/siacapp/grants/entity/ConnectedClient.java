package com.siacapp.grants.entity;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientSource;
import java.time.Instant;
import java.util.Optional;

/**
 * A client and how much it is used on the whole installation.
 *
 * @param name what it calls itself: an outsider's text
 * @param lastUse when it last got a token, to the hour
 * @param blockedFor why it is blocked, if it is
 * @param grants how many are alive
 */
public record ConnectedClient(
        String id,
        String name,
        ClientSource source,
        Instant since,
        Optional<Instant> lastUse,
        Optional<String> blockedFor,
        long grants) {

    public static ConnectedClient of(Client client, long grants) {
        return new ConnectedClient(
                client.id(),
                client.name(),
                client.source(),
                client.createdAt(),
                client.lastUsedAt(),
                client.blockedFor(),
                grants);
    }
}
