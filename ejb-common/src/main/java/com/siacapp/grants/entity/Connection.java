package com.siacapp.grants.entity;

import com.siacapp.clients.entity.ClientSource;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One app of one person: all their living grants of it together.
 *
 * @param id the newest of the grants
 * @param clientName what the app calls itself: an outsider's text
 * @param scopes what one or another of the grants allows
 * @param lastUse when it last got a token: a call of the MCP endpoint writes nothing, and it needs a refresh every few
 *     minutes
 * @param endsUnused when it ends if it is not used before; it is over already if its code was never redeemed
 * @param until when it ends however it is used
 * @param wasAsked whether the person was asked for one of the grants
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
        Instant endsUnused,
        Instant until,
        boolean wasAsked) {

    public Connection {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the app holds anything by which it can act. */
    public boolean canActAt(Instant now) {
        return endsUnused.isAfter(now);
    }

    /** Whether the app may get new tokens without asking the person again. */
    public boolean mayBeRemembered() {
        return wasAsked && source != ClientSource.DYNAMIC;
    }

    /** The host that vouches for the app, if one does. */
    public Optional<String> verifiedHost() {
        return source == ClientSource.METADATA_DOCUMENT
                ? Optional.ofNullable(URI.create(clientId).getHost())
                : Optional.empty();
    }
}
