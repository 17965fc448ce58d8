package com.siacapp.grants.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.boundary.ClientAdoption;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.AuthorizationCode;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.RememberedConsent;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.BrowserSessions;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A person's yes or no to a client's request. */
@Stateless
public class Authorization {

    @Inject
    ClientAdoption clients;

    @Inject
    Grants grants;

    @Inject
    Users users;

    @Inject
    BrowserSessions sessions;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Records the consent and returns the code that the client may redeem once.
     *
     * @throws com.siacapp.clients.entity.OAuthException login_required, if the session ended meanwhile
     */
    public Secret approve(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person) {
        requireOpenSession(person);
        var until = clock.instant().plus(TokenSettings.GRANT_LIFESPAN.value());
        return grant(request, scopes, person, AuditEventType.CONSENT_GIVEN, until);
    }

    /**
     * The consent by which this person, asked, let the same client do all this at the same resource before, if it is still
     * good. Never of a client that somebody else could pass for (ASVS 10.7.1).
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<RememberedConsent> remembered(
            AuthorizationRequest request, Set<Scope> scopes, SignedInUser person) {
        return request.isOfAProvenClient()
                ? grants.remembered(person.id(), request.client().id(), scopes, request.resource(), clock.instant())
                        .map(grant -> new RememberedConsent(request, scopes, person, grant))
                : Optional.empty();
    }

    /**
     * The same without asking, unless that consent ended meanwhile. It lasts as long as that consent: only an answer of the
     * person begins anew.
     */
    public Optional<Secret> approveAsBefore(RememberedConsent consent) {
        requireOpenSession(consent.person());
        return clock.instant().isBefore(consent.grant().expiresAt()) && grants.isHeldOpen(consent.grant())
                ? Optional.of(grant(
                        consent.request(),
                        consent.scopes(),
                        consent.person(),
                        AuditEventType.CONSENT_REMEMBERED,
                        consent.grant().expiresAt()))
                : Optional.empty();
    }

    /** Records the no. */
    public void refuse(AuthorizationRequest request, SignedInUser person) {
        audit.record(AuditEvent.of(AuditEventType.CONSENT_REFUSED)
                .tenant(person.tenant())
                .user(person.id())
                .client(request.client().id()));
    }

    private Secret grant(
            AuthorizationRequest request, Set<Scope> scopes, SignedInUser person, AuditEventType how, Instant until) {
        var now = clock.instant();
        var user = users.withId(person.id()).orElseThrow();
        var client = clients.adopt(request.client());
        var grant = new Grant(
                user,
                client,
                scopes,
                request.resource(),
                person.authenticatedAt(),
                how == AuditEventType.CONSENT_GIVEN,
                now,
                until);
        var code = Secret.random();
        grants.add(grant);
        audit.record(AuditEvent.of(how)
                .tenant(user.tenant().id())
                .user(user.id())
                .client(client.id())
                .grant(grant.id())
                .detail(Scopes.format(scopes)));
        grants.add(new AuthorizationCode(code, grant, request, now, TokenSettings.CODE_LIFESPAN.value()));
        return code;
    }

    /**
     * Whatever ends a person's sessions ends their grants next: none is made by a session that is over, and none is held
     * before it.
     */
    private void requireOpenSession(SignedInUser person) {
        if (!sessions.isHeldOpen(person.session())) {
            throw OAuthError.LOGIN_REQUIRED.because("the session ended meanwhile");
        }
    }
}
