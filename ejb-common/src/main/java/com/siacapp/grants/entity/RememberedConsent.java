package com.siacapp.grants.entity;

import com.siacapp.users.entity.SignedInUser;
import java.util.Set;

/**
 * What was asked for, and the grant by which the person allowed it before.
 *
 * @param scopes those that are asked for now; the grant has them all
 */
public record RememberedConsent(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person, Grant grant) {}
