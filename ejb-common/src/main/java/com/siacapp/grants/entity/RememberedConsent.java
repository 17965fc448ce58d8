package com.siacapp.grants.entity;

import com.siacapp.users.entity.SignedInUser;
import java.util.Set;

/**
 * What was asked for, and the grant by which the person allowed it before.
 *
 * @param scopes those that are asked for now; the grant has them all
 */
public record RememberedConsent(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person, Grant grant) {

    /** @throws IllegalArgumentException if the grant is another's or does not allow all of it */
    public RememberedConsent {
        if (!grant.user().id().equals(person.id())
                || !grant.isOf(request.client())
                || !grant.resource().equals(request.resource())
                || !grant.scopes().containsAll(scopes)) {
            throw new IllegalArgumentException("this was not allowed before");
        }
    }
}
