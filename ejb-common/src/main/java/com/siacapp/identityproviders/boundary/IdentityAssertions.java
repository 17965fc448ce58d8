package com.siacapp.identityproviders.boundary;

import static com.siacapp.clients.entity.OAuthError.UNAUTHORIZED_CLIENT;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.identityproviders.control.AssertionRules;
import com.siacapp.identityproviders.entity.IdentityAssertion;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Reads what identity providers assert. Outside of transactions, because a provider's keys may have to be fetched. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdentityAssertions {

    @Inject
    AssertionRules rules;

    /**
     * The assertion of this text, for a client that has authenticated; it is not spent yet.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_grant, or unauthorized_client for a public client
     *     (draft-ietf-oauth-identity-assertion-authz-grant-04 §8.1)
     */
    public IdentityAssertion read(Client client, String text) {
        if (!client.isConfidential() || !client.mayUse(GrantType.JWT_BEARER)) {
            throw UNAUTHORIZED_CLIENT.because("the client is public, or did not register for assertions");
        }
        return rules.verify(client, text);
    }
}
