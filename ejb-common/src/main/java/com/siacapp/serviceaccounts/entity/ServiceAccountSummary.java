package com.siacapp.serviceaccounts.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A service account as its administrator sees it; the secret is not among it, we do not know it.
 *
 * @param usesKeys whether it has keys of its own in place of a secret
 */
public record ServiceAccountSummary(
        UUID id,
        String name,
        String clientId,
        Role role,
        Set<Scope> scopes,
        boolean usesKeys,
        boolean enabled,
        Instant createdAt) {

    public ServiceAccountSummary {
        scopes = Set.copyOf(scopes);
    }

    public static ServiceAccountSummary of(ServiceAccount account) {
        return new ServiceAccountSummary(
                account.id(),
                account.user().name(),
                account.client().id(),
                account.user().role(),
                account.scopes(),
                account.usesKeys(),
                !account.user().isDisabled(),
                account.createdAt());
    }
}
