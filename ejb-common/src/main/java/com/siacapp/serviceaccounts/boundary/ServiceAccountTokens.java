package com.siacapp.serviceaccounts.boundary;

import static com.siacapp.audit.entity.AuditEventType.TOKENS_ISSUED;
import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;
import static com.siacapp.clients.entity.OAuthError.INVALID_SCOPE;
import static com.siacapp.clients.entity.OAuthError.INVALID_TARGET;
import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.grants.control.DpopProofs;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.JwtFactory;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.grants.entity.Scope;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.serviceaccounts.control.ServiceAccountGrants;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Access tokens for a service account's credentials (OAuth 2.1 §4.2): no refresh token, no ID token. Without a transaction
 * but for a new grant: with one that is there nothing is written but the spent proof, if any, and the audit log's line.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceAccountTokens {

    @EJB
    ServiceAccountGrants accountGrants;

    @Inject
    Grants grants;

    @Inject
    DpopProofs proofs;

    @Inject
    JwtFactory jwts;

    @Inject
    Installation installation;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Tokens for a client that has authenticated. */
    public IssuedTokens issue(Client client, Request request) {
        var now = clock.instant();
        if (!client.isConfidential() || !client.mayUse(GrantType.CLIENT_CREDENTIALS)) {
            throw UNAUTHORIZED_CLIENT.because("the client is no service account's");
        }
        // RFC 8707 §2: ours, or none, which means ours.
        if (!request.resources().stream().allMatch(installation::isResource)) {
            throw INVALID_TARGET.because("the resource is not ours");
        }
        var key = proofs.atTokenEndpoint(client, request.proof());
        var current = grants.aliveOf(client, now);
        var grant = current.orElseGet(() -> accountGrants.next(client, now));
        // Read together with its client: what changes how the client proves itself ends its grants at the same time.
        if (!client.provesItselfLike(grant.client())) {
            throw INVALID_CLIENT.because("the secret or the keys were replaced just now");
        }
        if (!grant.isAliveAt(now)) {
            throw UNAUTHORIZED_CLIENT.because("the service account is disabled");
        }
        var scopes = granted(grant, request.scopes());
        proofs.requireFresh(key);
        return issued(current.orElseGet(() -> accountGrants.begin(client, now)), scopes, key, now);
    }

    private IssuedTokens issued(Grant grant, Set<Scope> scopes, Optional<ProvenKey> key, Instant now) {
        var tokens = new IssuedTokens(
                jwts.accessToken(grant, scopes, key.map(ProvenKey::thumbprint), now),
                key.isPresent(),
                jwts.accessTokenLifespan(),
                scopes,
                Optional.empty(),
                Optional.empty());
        // Last: the log tells of no token that could not be signed.
        audit.record(AuditEvent.of(TOKENS_ISSUED)
                // Not the grant's, which is the same and would be read once more.
                .tenant(grant.user().tenant().id())
                .user(grant.user().id())
                .client(grant.client().id())
                .grant(grant.id()));
        return tokens;
    }

    /** What of the scopes asked for the account was given and its role can use; all of it if none were named. */
    private static Set<Scope> granted(Grant grant, Optional<Set<Scope>> asked) {
        var given = grant.scopes();
        var scopes = asked.orElse(given).stream()
                .filter(scope -> scope.isCoveredBy(given))
                .filter(scope -> scope.isOpenTo(grant.user().role()))
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            throw INVALID_SCOPE.because("the service account was given none of the scopes");
        }
        return scopes;
    }

    /** What the program asks for. */
    public record Request(Optional<Set<Scope>> scopes, Set<String> resources, Optional<PresentedProof> proof) {}
}
