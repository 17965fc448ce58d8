package com.siacapp.protocol.entity;

import com.siacapp.grants.entity.Scope;
import java.util.Set;

/** The token lacks scopes this operation needs; the client may ask the person for them (RFC 6750 §3.1). */
public final class InsufficientScope extends RuntimeException {

    private final Set<Scope> needed;

    public InsufficientScope(Set<Scope> needed) {
        super("insufficient scope", null, false, false);
        this.needed = Set.copyOf(needed);
    }

    /** All the scopes the operation needs, those the token has among them. */
    public Set<Scope> needed() {
        return needed;
    }
}
