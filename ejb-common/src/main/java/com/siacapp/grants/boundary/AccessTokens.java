package com.siacapp.grants.boundary;

import static com.siacapp.audit.entity.AuditEventType.GRANT_REVOKED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.grants.control.AccessTokenVerifier;
import com.siacapp.grants.control.Callers;
import com.siacapp.grants.control.DpopProofs;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.InvalidProofException;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.grants.entity.PresentedToken;
import com.siacapp.grants.entity.RefreshToken;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.entity.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is known of tokens that clients ask about or give back, and of the people behind them later on. */
@Stateless
public class AccessTokens {

    @Inject
    AccessTokenVerifier verifier;

    @Inject
    DpopProofs proofs;

    @Inject
    Callers callers;

    @Inject
    Grants grants;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * The roles, as of now, of the people behind these grants. A grant that is over is left out. For what stays open long
     * after its token was read; one statement, however many.
     */
    public Map<UUID, Role> rolesBehind(Collection<UUID> grantsHeld) {
        return grants.rolesBehind(grantsHeld, clock.instant());
    }

    /**
     * The same caller as of this moment, for work that goes on long after their token was read: name and role are those of
     * now. Empty once their grant is over.
     */
    public Optional<Caller> asOfNow(Caller caller) {
        var now = clock.instant();
        return grants.ofPerson(caller.user(), caller.grant(), now)
                .filter(grant -> grant.isAliveAt(now))
                .map(grant -> caller.as(
                        grant.user().name(), grant.user().email(), grant.user().role()));
    }

    /** RFC 9449 §7: whoever presents a bound token holds its key, and proves it each time anew. */
    public void requirePossession(PresentedToken presented, String boundKey) throws InvalidProofException {
        var proof = presented.proof().orElseThrow();
        if (!proofs.spend(proofs.withToken(proof, presented.token(), boundKey))) {
            throw new InvalidProofException("the proof was used before");
        }
    }

    /** RFC 7662 §2.2: the claims of an access token, while it is good: as the MCP endpoint would find it. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<AccessTokenClaims> introspect(String accessToken) {
        return verified(accessToken).filter(claims -> callers.behind(claims).isPresent());
    }

    /** RFC 7662 §2.2: the grant and expiry of a refresh token, while it is good. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<RefreshTokenState> introspect(Secret refreshToken) {
        return grants.refreshToken(refreshToken)
                .filter(token -> !token.isConsumed() && token.isAliveAt(clock.instant()))
                .map(token ->
                        new RefreshTokenState(token.grant(), token.createdAt(), token.expiresAt(), token.boundKey()));
    }

    /** RFC 7009 §2.1: ends the grant of a token, access or refresh, if it is this client's. */
    public void revoke(String token, String clientId) {
        verified(token)
                .filter(claims -> claims.clientId().equals(clientId))
                .flatMap(grants::of)
                .or(() -> grants.refreshToken(new Secret(token))
                        .map(RefreshToken::grant)
                        .filter(grant -> grant.client().id().equals(clientId)))
                .ifPresent(this::revokedByClient);
    }

    private void revokedByClient(Grant grant) {
        if (grants.revoke(grant.id(), RevocationReason.BY_CLIENT, clock.instant())) {
            audit.record(AuditEvent.of(GRANT_REVOKED)
                    .tenant(grant.tenant().id())
                    .user(grant.user().id())
                    .client(grant.client().id())
                    .grant(grant.id())
                    .detail("by the client"));
        }
    }

    private Optional<AccessTokenClaims> verified(String accessToken) {
        try {
            return Optional.of(verifier.verify(accessToken));
        } catch (InvalidTokenException notGood) {
            return Optional.empty();
        }
    }

    /** A refresh token that is good. */
    public record RefreshTokenState(Grant grant, Instant issuedAt, Instant expiresAt, Optional<String> boundKey) {}
}
