package com.siacapp.identityproviders.boundary;

import static com.siacapp.audit.entity.AuditEventType.IDENTITY_PROVIDER_REMOVED;
import static com.siacapp.audit.entity.AuditEventType.IDENTITY_PROVIDER_SET;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.control.KeyRules;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.grants.control.Grants;
import com.siacapp.identityproviders.control.StoredProviders;
import com.siacapp.identityproviders.entity.IdentityProvider;
import com.siacapp.identityproviders.entity.ProviderDraft;
import com.siacapp.identityproviders.entity.ProviderDraft.Problem;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The administrator's hand on their company's identity provider. */
@Stateless
public class IdentityProviders {

    @Inject
    Administrators administrators;

    @Inject
    StoredProviders stored;

    @Inject
    Grants grants;

    @Inject
    Installation installation;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    public Optional<IdentityProvider> find(SignedInUser by) {
        return stored.of(administrators.require(by).tenant().id());
    }

    /**
     * Sets the company's provider in the place of the one it had, whose tokens and subjects are over; or tells what is
     * wrong, and changes nothing.
     */
    public Set<Problem> set(SignedInUser by, ProviderDraft draft) {
        var administrator = administrators.requireAlone(by);
        var tenant = administrator.tenant();
        var keys = KeyRules.typed(draft.jwks(), draft.jwksUri());
        var problems = problems(draft, keys);
        if (problems.isEmpty()) {
            stored.of(tenant.id()).ifPresent(this::end);
            var provider = new IdentityProvider(
                    tenant,
                    draft.validIssuer().orElseThrow(),
                    draft.issuerTenant(),
                    keys.orElseThrow(),
                    clock.instant());
            stored.add(provider);
            record(IDENTITY_PROVIDER_SET, administrator, provider);
        }
        return problems;
    }

    /** From now on its word is worth nothing, and neither are its tokens; whether there was one. */
    public boolean remove(SignedInUser by) {
        var administrator = administrators.requireAlone(by);
        var provider = stored.of(administrator.tenant().id());
        provider.ifPresent(found -> {
            end(found);
            record(IDENTITY_PROVIDER_REMOVED, administrator, found);
        });
        return provider.isPresent();
    }

    private Set<Problem> problems(ProviderDraft draft, Optional<Keys> keys) {
        var problems = EnumSet.noneOf(Problem.class);
        var issuer = draft.validIssuer()
                .filter(typed -> !typed.equals(installation.issuer().toString()));
        if (issuer.isEmpty()) {
            problems.add(Problem.ISSUER);
        }
        if (!draft.hasValidTenant()) {
            problems.add(Problem.TENANT);
        }
        if (keys.isEmpty()) {
            problems.add(Problem.KEYS);
        }
        return problems;
    }

    private void end(IdentityProvider provider) {
        // First of all: a token on its way waits for this row and then finds none, or its grant is seen.
        stored.remove(provider);
        grants.revokeAsserted(provider.tenant().id(), clock.instant());
    }

    private void record(AuditEventType type, User administrator, IdentityProvider provider) {
        audit.record(AuditEvent.of(type)
                .tenant(administrator.tenant().id())
                .user(administrator.id())
                .subject(provider.id()));
    }
}
