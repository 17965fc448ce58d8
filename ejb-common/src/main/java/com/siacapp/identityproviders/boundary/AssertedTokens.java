package com.siacapp.identityproviders.boundary;

import static com.siacapp.audit.entity.AuditEventType.IDENTITY_BOUND;
import static com.siacapp.audit.entity.AuditEventType.TOKENS_ISSUED;
import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;
import static com.siacapp.clients.entity.OAuthError.INVALID_SCOPE;
import static com.siacapp.clients.entity.OAuthError.INVALID_TARGET;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.control.SpentAssertions;
import com.siacapp.clients.entity.Client;
import com.siacapp.grants.control.ClientUse;
import com.siacapp.grants.control.DpopProofs;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.JwtFactory;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.IssuedTokens;
import com.siacapp.grants.entity.PresentedProof;
import com.siacapp.grants.entity.ProvenKey;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.identityproviders.control.StoredProviders;
import com.siacapp.identityproviders.entity.IdentityAssertion;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Access tokens for what identity providers assert: no refresh token, because the provider is to be asked again
 * (draft-ietf-oauth-identity-assertion-authz-grant-04 §4.4.3), and no ID token.
 */
@Stateless
public class AssertedTokens {

    @PersistenceContext
    EntityManager entities;

    @Inject
    StoredProviders providers;

    @Inject
    Users users;

    @Inject
    Grants grants;

    @Inject
    DpopProofs proofs;

    @Inject
    JwtFactory jwts;

    @EJB
    SpentAssertions spent;

    @Inject
    ClientUse clientUse;

    @Inject
    Installation installation;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** A token for an assertion that was read; whatever is wrong with the request leaves it unspent. */
    public IssuedTokens issue(Client client, Request request) {
        var now = clock.instant();
        if (!request.resources().stream().allMatch(installation::isResource)) {
            throw INVALID_TARGET.because("the resource is not ours");
        }
        var key = proofs.atTokenEndpoint(client, request.proof());
        var assertion = request.assertion();
        // Whoever removes the provider ends next what it gave: nothing is made of its word once it is gone.
        if (!providers.isHeld(assertion.provider())) {
            throw INVALID_GRANT.because("the provider was removed just now");
        }
        var bound = providers.boundTo(assertion);
        var person = person(assertion, bound.flatMap(users::withId));
        if (bound.isEmpty() && providers.isBound(assertion, person)) {
            throw INVALID_GRANT.because("the person is bound to another subject of the provider");
        }
        var scopes = granted(Scopes.possibleFor(client, assertion.scopes()), request.scopes(), person);
        if (!spent.spend(whose(assertion), assertion.id(), assertion.expiresAt())) {
            throw INVALID_GRANT.because("the assertion was used before");
        }
        proofs.requireFresh(key);
        if (bound.isEmpty()) {
            bind(assertion, person, client);
        }
        var grant = Grant.asserted(
                person,
                entities.getReference(Client.class, client.id()),
                scopes,
                installation.resource().toString(),
                assertion.authenticatedAt(),
                now,
                now.plus(jwts.accessTokenLifespan()));
        // Before the grant shares the client's row with others, who would each wait for the rest to let go of it.
        clientUse.note(client, now);
        grants.add(grant);
        audit.record(
                event(TOKENS_ISSUED, person, client).grant(grant.id()).detail("by the company's identity provider"));
        return new IssuedTokens(
                jwts.accessToken(grant, scopes, key.map(ProvenKey::thumbprint), now),
                key.isPresent(),
                jwts.accessTokenLifespan(),
                scopes,
                Optional.empty(),
                Optional.empty());
    }

    /** Companies may name one issuer, and must not use up each other's ids; setting it again makes none unspent. */
    private static String whose(IdentityAssertion assertion) {
        var provider = assertion.provider();
        return "id-jag " + provider.tenant().id() + " " + provider.issuer();
    }

    /**
     * Who was meant before by this subject, else who has the e-mail; of the provider's own company alone, and nobody who is
     * shut out.
     */
    private User person(IdentityAssertion assertion, Optional<User> bound) {
        return bound.or(() -> assertion.email().flatMap(users::withEmail))
                .filter(found ->
                        found.tenant().id().equals(assertion.provider().tenant().id()))
                .filter(found -> !found.isDisabled() && !found.isServiceAccount())
                // Administrators of a company have no say over who runs the installation.
                .filter(found -> !found.isOperator())
                .orElseThrow(() -> INVALID_GRANT.because("the company has nobody like that, or shut them out"));
    }

    /** An e-mail that the provider gives to somebody else later must not reach the account of who had it before. */
    private void bind(IdentityAssertion assertion, User person, Client client) {
        if (!providers.bind(assertion, person, clock.instant())) {
            throw INVALID_GRANT.because("the person was bound to another subject just now");
        }
        audit.record(event(IDENTITY_BOUND, person, client)
                .subject(assertion.provider().id()));
    }

    /** What the provider allows, the client asks for, and the person's role can give. */
    private static Set<Scope> granted(Set<Scope> allowed, Optional<Set<Scope>> asked, User person) {
        var scopes = asked.orElse(allowed).stream()
                .filter(scope -> allowed.contains(scope) || (scope.isForTools() && allowed.contains(Scope.FULL_ACCESS)))
                .filter(scope -> scope.isOpenTo(person.role()) && scope != Scope.OFFLINE_ACCESS)
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            throw INVALID_SCOPE.because("the assertion allows none of the scopes, or the role gives none");
        }
        return scopes;
    }

    private static AuditEvent event(AuditEventType type, User person, Client client) {
        return AuditEvent.of(type)
                .tenant(person.tenant().id())
                .user(person.id())
                .client(client.id());
    }

    /** What the client asks for. */
    public record Request(
            IdentityAssertion assertion,
            Optional<Set<Scope>> scopes,
            Set<String> resources,
            Optional<PresentedProof> proof) {}
}
