package com.siacapp.clients.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;
import static com.siacapp.limits.entity.Limit.CLIENT_AUTHENTICATION_FAILURES;

import com.siacapp.clients.control.ClientAssertions;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientCredentials;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.keys.entity.Secret;
import com.siacapp.limits.boundary.Limits;
import com.siacapp.requests.boundary.RequestFacts;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Who the client is, at every endpoint but authorize (OAuth 2.1 §2.4). Outside of transactions, because a client's keys
 * may have to be fetched.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClientAuthentication {

    @Inject
    ClientDirectory directory;

    @Inject
    ClientAssertions assertions;

    @EJB
    Limits limits;

    @Inject
    RequestFacts facts;

    /**
     * The client, if it exists and authenticated by the method it registered. Wrong secrets and assertions are limited by
     * client and network, the right one never: it cannot be guessed, and nobody must be able to shut a client out by
     * guessing. An unknown client has no secret to guess, and one that outlived its registration is no attacker.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_client
     * @throws com.siacapp.limits.entity.TryLaterException after too many wrong ones
     */
    public Client authenticate(ClientCredentials credentials) {
        var client = directory
                .known(credentials.id())
                .orElseThrow(() -> INVALID_CLIENT.because("there is no client with this id, or it is disabled"));
        facts.comesBy(client.id());
        if (client.authenticationMethod() != credentials.method()) {
            throw INVALID_CLIENT.because(
                    "the client registered for " + client.authenticationMethod() + " and used " + credentials.method());
        }
        switch (client.authenticationMethod()) {
            case NONE -> {}
            case CLIENT_SECRET_BASIC, CLIENT_SECRET_POST -> requireSecret(client, credentials);
            case PRIVATE_KEY_JWT -> requireAssertion(client, credentials);
        }
        return client;
    }

    private void requireAssertion(Client client, ClientCredentials credentials) {
        try {
            assertions.verify(client, credentials.secret().map(Secret::value).orElse(""));
        } catch (OAuthException refused) {
            limits.take(CLIENT_AUTHENTICATION_FAILURES, client.id(), limits.network());
            throw refused;
        }
    }

    private void requireSecret(Client client, ClientCredentials credentials) {
        if (!credentials.secret().map(client::hasSecret).orElse(false)) {
            limits.take(CLIENT_AUTHENTICATION_FAILURES, client.id(), limits.network());
            throw INVALID_CLIENT.because("the client secret is wrong");
        }
    }
}
