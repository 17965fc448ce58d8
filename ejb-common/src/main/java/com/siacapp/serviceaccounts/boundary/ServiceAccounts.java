package com.siacapp.serviceaccounts.boundary;

import static com.siacapp.audit.entity.AuditEventType.SERVICE_ACCOUNT_CREATED;
import static com.siacapp.audit.entity.AuditEventType.SERVICE_ACCOUNT_DELETED;
import static com.siacapp.audit.entity.AuditEventType.SERVICE_ACCOUNT_DISABLED;
import static com.siacapp.audit.entity.AuditEventType.SERVICE_ACCOUNT_ENABLED;
import static com.siacapp.audit.entity.AuditEventType.SERVICE_ACCOUNT_KEYS_REPLACED;
import static com.siacapp.audit.entity.AuditEventType.SERVICE_ACCOUNT_SECRET_ROTATED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.entity.RevocationReason;
import com.siacapp.grants.entity.Scope;
import com.siacapp.keys.entity.Secret;
import com.siacapp.serviceaccounts.control.StoredServiceAccounts;
import com.siacapp.serviceaccounts.entity.ServiceAccount;
import com.siacapp.serviceaccounts.entity.ServiceAccountSummary;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.NotPermittedException;
import com.siacapp.users.entity.Role;
import com.siacapp.users.entity.User;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The administrator's hand on the service accounts of their tenant. Every method takes the administrator's id, reaches
 * their tenant alone, and throws {@link NotPermittedException} for anybody else.
 */
@Stateless
public class ServiceAccounts {

    @Inject
    StoredServiceAccounts accounts;

    @Inject
    Administrators administrators;

    @Inject
    Grants grants;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Makes an account that may ask for these scopes, within its role. It proves itself with its keys, or if it has none
     * with a secret, which is given out only here.
     */
    public WithSecret create(UUID administrator, String name, Role role, Set<Scope> scopes, Keys keys) {
        if (scopes.isEmpty() || !scopes.stream().allMatch(Scope::isForTools)) {
            throw new IllegalArgumentException("A service account is given one or more scopes of tools and no others");
        }
        var admin = administrators.require(administrator);
        var now = clock.instant();
        var secret = keys.areNone() ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        var client = Client.ofServiceAccount(name, admin.tenant().id(), keys, secret, now);
        var user = User.ofServiceAccount(admin.tenant(), client.id(), name, role, now);
        var account = new ServiceAccount(user, client, scopes, now);
        accounts.add(account);
        record(SERVICE_ACCOUNT_CREATED, admin, account);
        return new WithSecret(ServiceAccountSummary.of(account), secret);
    }

    public List<ServiceAccountSummary> list(UUID administrator) {
        return accounts.of(administrators.require(administrator).tenant().id()).stream()
                .map(ServiceAccountSummary::of)
                .toList();
    }

    /** From now on it gets no tokens, and those it has are refused. */
    public Optional<ServiceAccountSummary> disable(UUID administrator, UUID id) {
        var admin = administrators.require(administrator);
        return find(admin, id).map(account -> {
            account.user().disable(clock.instant());
            end(account);
            record(SERVICE_ACCOUNT_DISABLED, admin, account);
            return ServiceAccountSummary.of(account);
        });
    }

    /** It may get tokens again; those from before it was disabled stay dead. */
    public Optional<ServiceAccountSummary> enable(UUID administrator, UUID id) {
        var admin = administrators.require(administrator);
        return find(admin, id).map(account -> {
            account.user().enable();
            record(SERVICE_ACCOUNT_ENABLED, admin, account);
            return ServiceAccountSummary.of(account);
        });
    }

    /** A new secret, given out only here; the old one and every token it was worth die at once. */
    public Optional<WithSecret> rotateSecret(UUID administrator, UUID id) {
        var admin = administrators.require(administrator);
        return find(admin, id).filter(account -> !account.usesKeys()).map(account -> {
            var secret = Secret.random();
            account.client().changeSecret(secret);
            end(account);
            record(SERVICE_ACCOUNT_SECRET_ROTATED, admin, account);
            return new WithSecret(ServiceAccountSummary.of(account), Optional.of(secret));
        });
    }

    /** These keys in place of the old ones; those and every token they were worth die at once. */
    public Optional<ServiceAccountSummary> replaceKeys(UUID administrator, UUID id, Keys keys) {
        var admin = administrators.require(administrator);
        return find(admin, id).filter(ServiceAccount::usesKeys).map(account -> {
            account.client().changeKeys(keys);
            end(account);
            record(SERVICE_ACCOUNT_KEYS_REPLACED, admin, account);
            return ServiceAccountSummary.of(account);
        });
    }

    /** Deletes it with its client and tokens; whether there was one. */
    public boolean delete(UUID administrator, UUID id) {
        var admin = administrators.require(administrator);
        var account = find(admin, id);
        account.ifPresent(found -> {
            found.user().disable(clock.instant());
            record(SERVICE_ACCOUNT_DELETED, admin, found);
            grants.deleteAllOfClient(found.client().id());
            accounts.delete(found);
        });
        return account.isPresent();
    }

    private Optional<ServiceAccount> find(User administrator, UUID id) {
        return accounts.find(administrator.tenant().id(), id);
    }

    private void end(ServiceAccount account) {
        grants.revokeAllOfClient(account.client().id(), RevocationReason.BY_ADMINISTRATOR, clock.instant());
    }

    private void record(AuditEventType type, User administrator, ServiceAccount account) {
        audit.record(AuditEvent.of(type)
                .tenant(administrator.tenant().id())
                .user(administrator.id())
                .client(account.client().id())
                .subject(account.id()));
    }

    /** An account and the secret that nobody will be told again; one with keys has none. */
    public record WithSecret(ServiceAccountSummary account, Optional<Secret> secret) {}
}
