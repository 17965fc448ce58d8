package com.siacapp.grants.entity;

import com.siacapp.signals.entity.Audience;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who calls with an access token, as of now: an immutable copy that may travel to other threads.
 *
 * <p>A request's power is the token's scopes and the person's role together (design: security model).
 *
 * @param isBound whether the token is bound to a key, so that it came with the DPoP scheme (RFC 9449 §7.1)
 * @param expiresAt when the token ends, and with it whatever it keeps open
 */
public record Caller(
        UUID user,
        String name,
        String email,
        UUID tenant,
        String tenantName,
        Role role,
        Set<Scope> scopes,
        UUID grant,
        String clientId,
        boolean isBound,
        Instant expiresAt) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The same grant's caller, of whom something changed meanwhile. */
    public Caller as(String newName, String newEmail, Role newRole) {
        return new Caller(
                user, newName, newEmail, tenant, tenantName, newRole, scopes, grant, clientId, isBound, expiresAt);
    }

    /** Whether the role, whatever the token, may use this power: decides what is visible. */
    public boolean roleAllows(Scope scope) {
        return scope.isOpenTo(role);
    }

    /** What the token was given and these: all that a client must ask for, lest it lose what it has (MCP, step-up). */
    public Set<Scope> scopesAnd(Set<Scope> needed) {
        return Stream.concat(scopes.stream(), needed.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a signal to them concerns this caller. */
    public boolean isAmong(Audience audience) {
        return audience.includes(tenant, user, clientId, grant);
    }

    /** Whether the token was given this power: decides whether to ask for more. */
    public boolean wasGranted(Scope scope) {
        return scope.isCoveredBy(scopes);
    }
}
