package com.siacapp.identityproviders.entity;

import com.siacapp.grants.entity.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an identity provider asserted (draft-ietf-oauth-identity-assertion-authz-grant-04 §3.1), once all of it is proved.
 *
 * @param subject whom the provider means, by its own name for them
 * @param email the address it gives for them
 * @param authenticatedAt when they signed in with the provider, as far as it says
 * @param id by which it is known when it comes a second time
 * @param expiresAt until when it could come a second time
 */
public record IdentityAssertion(
        IdentityProvider provider,
        String subject,
        Optional<String> email,
        Set<Scope> scopes,
        Instant authenticatedAt,
        String id,
        Instant expiresAt) {

    public IdentityAssertion {
        scopes = Set.copyOf(scopes);
    }
}
