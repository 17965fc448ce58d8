package com.siacapp.grants.entity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What a verified access token says (RFC 9068 §2.2). */
public record AccessTokenClaims(
        UUID subject,
        String audience,
        String clientId,
        Set<Scope> scopes,
        UUID grant,
        String id,
        Instant issuedAt,
        Instant expiresAt) {

    public AccessTokenClaims {
        scopes = Set.copyOf(scopes);
    }
}
