package com.siacapp.clients.boundary;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.keys.entity.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Dynamic client registration (RFC 7591). */
@Stateless
public class ClientRegistration {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** A new client; a confidential one gets its secret here and never again. */
    public Registered register(ClientMetadata metadata) {
        var secret =
                metadata.authenticationMethod().usesSecret() ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        var client = new Client(metadata, secret, clock.instant());
        entities.persist(client);
        return new Registered(client, secret);
    }

    /** The client of this id, unless an administrator stopped it. */
    public Optional<Client> find(String id) {
        return Optional.ofNullable(entities.find(Client.class, id)).filter(client -> !client.isDisabled());
    }

    /** A client just registered. */
    public record Registered(Client client, Optional<Secret> secret) {}
}
