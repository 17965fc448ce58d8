package com.siacapp.serviceaccounts.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;
import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;

import com.siacapp.clients.entity.Client;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.TokenSettings;
import com.siacapp.grants.entity.Grant;
import com.siacapp.installation.boundary.Installation;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;

/** The grant of a service account that has none: its first, or the next after one that expired or was revoked. */
@Stateless
public class ServiceAccountGrants {

    @Inject
    StoredServiceAccounts accounts;

    @Inject
    Grants grants;

    @Inject
    Installation installation;

    /**
     * What the next grant would be; nothing is stored yet.
     *
     * @throws com.siacapp.clients.entity.OAuthException unauthorized_client, if there is no account that may have one
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Grant next(Client client, Instant now) {
        var account = accounts.of(client)
                .filter(found -> !found.user().isDisabled())
                .orElseThrow(() -> UNAUTHORIZED_CLIENT.because("there is no such service account, or it is disabled"));
        return new Grant(
                account.user(),
                account.client(),
                account.scopes(),
                installation.resource().toString(),
                now,
                false,
                now,
                now.plus(TokenSettings.GRANT_LIFESPAN.value()));
    }

    /**
     * Stores the next grant.
     *
     * @throws com.siacapp.clients.entity.OAuthException unauthorized_client, if account or company were closed just now;
     *     invalid_client, if the client is not any more as it authenticated
     */
    public Grant begin(Client client, Instant now) {
        if (!accounts.isHeldOpen(client)) {
            throw UNAUTHORIZED_CLIENT.because("the service account or its company was disabled just now");
        }
        if (!accounts.isHeldAsItWas(client)) {
            throw INVALID_CLIENT.because("the secret or the keys were replaced just now");
        }
        var grant = next(client, now);
        grants.add(grant);
        return grant;
    }
}
