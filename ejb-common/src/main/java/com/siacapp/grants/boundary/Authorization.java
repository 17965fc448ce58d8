package com.siacapp.grants.boundary;

import com.siacapp.clients.boundary.ClientAdoption;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.AuthorizationCode;
import com.siacapp.grants.entity.AuthorizationRequest;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.Scope;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.Users;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;

/** A person's yes to a client's request. */
@Stateless
public class Authorization {

    @Inject
    ClientAdoption clients;

    @Inject
    Grants grants;

    @Inject
    Users users;

    @Inject
    Clock clock;

    /** Records the consent and returns the code that the client may redeem once. */
    public Secret approve(AuthorizationRequest request, Set<Scope> scopes, SignedInUser person) {
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
        grants.add(new AuthorizationCode(code, grant, request, now, TokenSettings.CODE_LIFESPAN.value()));
        return code;
    }
}
