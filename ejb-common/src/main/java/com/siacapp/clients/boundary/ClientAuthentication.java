package com.siacapp.clients.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;
import static com.siacapp.limits.entity.Limit.CLIENT_AUTHENTICATION_FAILURES;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientCredentials;
import com.siacapp.limits.boundary.Limits;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Who the client is, at every endpoint but authorize (OAuth 2.1 §2.4). */
@Stateless
public class ClientAuthentication {

    @PersistenceContext
    EntityManager entities;

    @EJB
    Limits limits;

    /**
     * The client, if it exists and authenticated by the method it registered. Wrong secrets are limited by client
     * and network, the right one never: it cannot be guessed, and nobody must be able to shut a client out by guessing.
     * An unknown client has no secret to guess, and one that outlived its registration is no attacker.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_client
     * @throws com.siacapp.limits.entity.TryLaterException after too many wrong secrets
     */
    public Client authenticate(ClientCredentials credentials) {
        var client = entities.find(Client.class, credentials.id());
        if (client == null || client.isDeleted()) {
            throw INVALID_CLIENT.because("there is no client with this id");
        }
        if (client.authenticationMethod() != credentials.method()) {
            throw INVALID_CLIENT.because(
                    "the client registered for " + client.authenticationMethod() + " and used " + credentials.method());
        }
        if (client.isConfidential()
                && !credentials.secret().map(client::hasSecret).orElse(false)) {
            limits.take(CLIENT_AUTHENTICATION_FAILURES, client.id(), limits.network());
            throw INVALID_CLIENT.because("the client secret is wrong");
        }
        return client;
    }
}
