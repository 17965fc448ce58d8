package com.siacapp.grants.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a verified access token says (RFC 9068 §2.2).
 *
 * @param boundKey the thumbprint of the key that must be proven with it (RFC 9449 §6.1)
 */
public record AccessTokenClaims(
        UUID subject,
        String audience,
        String clientId,
        Set<Scope> scopes,
        UUID grant,
        Optional<String> boundKey,
        String id,
        Instant issuedAt,
        Instant expiresAt) {

    public AccessTokenClaims {
        scopes = Set.copyOf(scopes);
    }
}
