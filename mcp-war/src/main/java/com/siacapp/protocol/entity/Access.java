package com.siacapp.protocol.entity;

import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.users.entity.Role;
import java.util.Set;

/** Who may know of something and who may use it (design, security model). */
public record Access(Set<Scope> scopes) {

    public Access {
        scopes = Set.copyOf(scopes);
    }

    /** What needs all these scopes. */
    public static Access to(Scope... scopes) {
        return new Access(Set.of(scopes));
    }

    /** The role decides visibility. */
    public boolean isVisibleTo(Role role) {
        return scopes.stream().allMatch(scope -> scope.isOpenTo(role));
    }

    /** The scope decides step-up. */
    public boolean isGrantedTo(Caller caller) {
        return scopes.stream().allMatch(caller::wasGranted);
    }

    /** @throws InsufficientScope unless the token was granted all of them */
    public void require(Caller caller) {
        if (!isGrantedTo(caller)) {
            throw new InsufficientScope(caller.scopesAnd(scopes));
        }
    }
}
