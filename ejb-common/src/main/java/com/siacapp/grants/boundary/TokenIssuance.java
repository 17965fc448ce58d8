package com.siacapp.grants.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;
import static com.siacapp.clients.entity.OAuthError.INVALID_SCOPE;
import static com.siacapp.clients.entity.OAuthError.INVALID_TARGET;
import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.JwtFactory;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.RefreshToken;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.grants.entity.Scope;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.entity.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tokens for codes and for refresh tokens. Every method spends its secret by one conditional update; who comes second
 * gets an error, and the grant ends for everybody (OAuth 2.1 §4.1.3, §4.3.1).
 */
@Stateless
public class TokenIssuance {

    @Inject
    Grants grants;

    @Inject
    JwtFactory jwts;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** Redeems an authorization code (OAuth 2.1 §4.1.3). */
    public IssuedTokens redeem(Client client, CodeRedemption request) {
        var now = clock.instant();
        requireGrantType(client, GrantType.AUTHORIZATION_CODE);
        var code = grants.code(request.code()).orElseThrow(() -> INVALID_GRANT.because("there is no such code"));
        var grant = code.grant();
        code.verifyHolder(client, request.redirectUri(), request.codeVerifier());
        // Before the expiry: a replay is a replay however late it comes.
        if (code.isConsumed()) {
            revokeAfterReplay(grant.id(), RevocationReason.CODE_REPLAYED, now);
        }
        code.verifyNotExpired(now);
        requireResources(request.resources());
        if (!grants.consume(code, now)) {
            revokeAfterReplay(grant.id(), RevocationReason.CODE_REPLAYED, now);
        }
        requireAlive(grant, now);
        return issue(client, grant, grant.scopes(), jwts.idToken(grant, code.nonce(), now), now);
    }

    /** Trades a refresh token for a new pair (OAuth 2.1 §4.3.1). */
    public IssuedTokens refresh(Client client, RefreshRequest request) {
        var now = clock.instant();
        requireGrantType(client, GrantType.REFRESH_TOKEN);
        var token = grants.refreshToken(request.refreshToken())
                .orElseThrow(() -> INVALID_GRANT.because("there is no such refresh token"));
        var grant = token.grant();
        if (!grant.isOf(client)) {
            throw INVALID_GRANT.because("the refresh token was issued to another client");
        }
        if (token.isConsumed()) {
            revokeAfterReplay(grant.id(), RevocationReason.REFRESH_TOKEN_REPLAYED, now);
        }
        if (!token.isAliveAt(now)) {
            throw INVALID_GRANT.because("the refresh token is expired or revoked");
        }
        requireResources(request.resources());
        var scopes = narrowed(grant, request.scopes());
        if (!grants.consume(token, now)) {
            revokeAfterReplay(grant.id(), RevocationReason.REFRESH_TOKEN_REPLAYED, now);
        }
        return issue(client, grant, scopes, Optional.empty(), now);
    }

    private IssuedTokens issue(Client client, Grant grant, Set<Scope> scopes, Optional<String> idToken, Instant now) {
        var refreshToken =
                client.mayUse(GrantType.REFRESH_TOKEN) ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        refreshToken.ifPresent(secret ->
                grants.add(new RefreshToken(secret, grant, now, TokenSettings.REFRESH_TOKEN_IDLE_LIMIT.value())));
        return new IssuedTokens(
                jwts.accessToken(grant, scopes, now), jwts.accessTokenLifespan(), scopes, refreshToken, idToken);
    }

    private void revokeAfterReplay(UUID grant, RevocationReason reason, Instant now) {
        grants.revoke(grant, reason, now);
        throw INVALID_GRANT.because("grant " + grant + " revoked: " + reason);
    }

    private static void requireGrantType(Client client, GrantType type) {
        if (!client.mayUse(type)) {
            throw UNAUTHORIZED_CLIENT.because("the client did not register for " + type.wireName());
        }
    }

    private static void requireAlive(Grant grant, Instant now) {
        if (!grant.isAliveAt(now)) {
            throw INVALID_GRANT.because("the grant is revoked or expired");
        }
    }

    /** RFC 8707 §2.2: a token request may repeat the resource, and may not name another. */
    private void requireResources(Set<String> resources) {
        if (!resources.stream().allMatch(installation::isResource)) {
            throw INVALID_TARGET.because("the grant is for another resource");
        }
    }

    /** OAuth 2.1 §4.3.1: a refresh may ask for less, never for more. */
    private static Set<Scope> narrowed(Grant grant, Optional<Set<Scope>> requested) {
        var scopes = requested.orElse(grant.scopes());
        if (scopes.isEmpty() || !grant.scopes().containsAll(scopes)) {
            throw INVALID_SCOPE.because("the refresh asks for a scope that was not granted");
        }
        return scopes;
    }

    /** What a client sends to redeem a code. */
    public record CodeRedemption(
            Secret code, String codeVerifier, Optional<String> redirectUri, Set<String> resources) {}

    /** What a client sends to refresh. */
    public record RefreshRequest(Secret refreshToken, Optional<Set<Scope>> scopes, Set<String> resources) {}
}
