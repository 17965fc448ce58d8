package com.siacapp.grants.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.boundary.ClientAdoption;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.AuthorizationCode;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
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
    AuditLog audit;

    @Inject
    Clock clock;

    /** Records the consent and returns the code that the client may redeem once. */
    public Secret approve(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person) {
        return grant(request, scopes, person, AuditEventType.CONSENT_GIVEN);
    }

    /** The same, for a consent that {@linkplain #remembers is remembered}. */
    public Secret approveAsBefore(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person) {
        return grant(request, scopes, person, AuditEventType.CONSENT_REMEMBERED);
    }

    /**
     * Whether this person let the same client do all this at the same resource before, and that consent is still good.
     * Never for a client that somebody else could pass for (ASVS 10.7.1).
     */
    public boolean remembers(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person) {
        return request.isOfAProvenClient()
                && grants.alive(person.id(), request.client().id(), clock.instant()).stream()
                        .anyMatch(grant -> grant.resource().equals(request.resource())
                                && grant.scopes().containsAll(scopes));
    }

    /** Records the no. */
    public void refuse(AuthorizationRequest request, SignedInUser person) {
        audit.record(AuditEvent.of(AuditEventType.CONSENT_REFUSED)
                .tenant(person.tenant())
                .user(person.id())
                .client(request.client().id()));
    }

    private Secret grant(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person, AuditEventType how) {
        var now = clock.instant();
        var user = users.withId(person.id()).orElseThrow();
        var client = clients.adopt(request.client());
        var grant = new Grant(
                user,
                client,
                scopes,
                request.resource(),
                person.authenticatedAt(),
                now,
                TokenSettings.GRANT_LIFESPAN.value());
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
}
