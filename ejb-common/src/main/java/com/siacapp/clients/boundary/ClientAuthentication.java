package com.siacapp.clients.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientCredentials;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Who the client is, at every endpoint but authorize (OAuth 2.1 §2.4). */
@Stateless
public class ClientAuthentication {

    @PersistenceContext
    EntityManager entities;

    /**
     * The client, if it exists and authenticated by the method it registered.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_client
     */
    public Client authenticate(ClientCredentials credentials) {
        var client = entities.find(Client.class, credentials.id());
        if (client == null || client.isDisabled()) {
            throw INVALID_CLIENT.because("there is no client with this id, or it is disabled");
        }
        if (client.authenticationMethod() != credentials.method()) {
            throw INVALID_CLIENT.because(
                    "the client registered for " + client.authenticationMethod() + " and used " + credentials.method());
        }
        if (client.isConfidential()
                && !credentials.secret().map(client::hasSecret).orElse(false)) {
            throw INVALID_CLIENT.because("the client secret is wrong");
        }
        return client;
    }
}
