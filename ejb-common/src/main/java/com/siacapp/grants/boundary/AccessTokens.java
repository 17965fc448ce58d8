package com.siacapp.grants.boundary;

import com.siacapp.grants.control.AccessTokenVerifier;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.keys.entity.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Whether a token is good right now, whose it is, and how it is ended. */
@Stateless
public class AccessTokens {

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    Grants grants;

    @Inject
    Clock clock;

    /**
     * The caller behind an access token: its signature and claims are right and its grant is alive at this moment.
     * Name, role and tenant are those of now, not of when the token was issued.
     */
    public Caller authenticate(String accessToken) throws InvalidTokenException {
        var claims = verifier.verify(accessToken);
        var grant = aliveGrant(claims)
                .orElseThrow(() -> new InvalidTokenException("there is no such grant, or it is revoked or expired"));
        var user = grant.user();
        return new Caller(
                user.id(),
                user.name(),
                user.email(),
                grant.tenant().id(),
                grant.tenant().name(),
                user.role(),
                claims.scopes(),
                grant.id(),
                claims.clientId());
    }

    /** RFC 7662 §2.2: the claims of an access token, while it is good. */
    public Optional<AccessTokenClaims> introspect(String accessToken) {
        return verified(accessToken).filter(claims -> aliveGrant(claims).isPresent());
    }

    /** RFC 7662 §2.2: the grant and expiry of a refresh token, while it is good. */
    public Optional<RefreshTokenState> introspect(Secret refreshToken) {
        return grants.refreshToken(refreshToken)
                .filter(token -> !token.isConsumed() && token.isAliveAt(clock.instant()))
                .map(token -> new RefreshTokenState(token.grant(), token.createdAt(), token.expiresAt()));
    }

    /** RFC 7009 §2.1: ends the grant of a token, access or refresh, if it is this client's. */
    public void revoke(String token, String clientId) {
        var ofAccessToken = verified(token)
                .filter(claims -> claims.clientId().equals(clientId))
                .map(AccessTokenClaims::grant);
        ofAccessToken
                .or(() -> grants.refreshToken(new Secret(token))
                        .filter(found -> found.grant().client().id().equals(clientId))
                        .map(found -> found.grant().id()))
                .ifPresent(grant -> grants.revoke(grant, RevocationReason.BY_CLIENT, clock.instant()));
    }

    private Optional<AccessTokenClaims> verified(String accessToken) {
        try {
            return Optional.of(verifier.verify(accessToken));
        } catch (InvalidTokenException notGood) {
            return Optional.empty();
        }
    }

    private Optional<Grant> aliveGrant(AccessTokenClaims claims) {
        return grants.of(claims).filter(grant -> grant.isAliveAt(clock.instant()));
    }

    /** A refresh token that is good. */
    public record RefreshTokenState(Grant grant, Instant issuedAt, Instant expiresAt) {}
}
