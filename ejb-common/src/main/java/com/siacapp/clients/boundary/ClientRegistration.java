package com.siacapp.clients.boundary;

import static com.siacapp.clients.entity.OAuthError.INVALID_TOKEN;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.ClientStopped;
import com.siacapp.keys.entity.Secret;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Dynamic client registration (RFC 7591) and its management by the client itself (RFC 7592). */
@Stateless
public class ClientRegistration {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    AuditLog audit;

    @Inject
    Event<ClientStopped> stopped;

    /**
     * A new client; a confidential one gets its secret here and never again. Who registers the same twice gets two
     * clients: to hand a stranger the first one's credentials would be to give it away.
     */
    public Registered register(ClientMetadata metadata) {
        var secret = secretFor(metadata);
        var client = new Client(metadata, secret, clock.instant());
        var managementToken = Secret.random();
        client.letManage(managementToken);
        entities.persist(client);
        audit.record(AuditEvent.of(AuditEventType.CLIENT_REGISTERED).client(client.id()));
        return new Registered(client, secret, managementToken);
    }

    /**
     * The registration as it is now (RFC 7592 §2.1). The management token does not change: an answer that got lost must
     * not shut the client out.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_token, for unknown clients too
     */
    public Registered read(String id, Secret managementToken) {
        return new Registered(managed(id, managementToken), Optional.empty(), managementToken);
    }

    /**
     * Replaces what the client says of itself (RFC 7592 §2.2). It gets a secret when its method needs one and it had none.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_token, for unknown clients too
     */
    public Registered update(String id, Secret managementToken, ClientMetadata metadata) {
        var client = managed(id, managementToken);
        var secret = client.authenticationMethod().usesSecret() ? Optional.<Secret>empty() : secretFor(metadata);
        client.update(metadata, secret);
        audit.record(AuditEvent.of(AuditEventType.CLIENT_UPDATED).client(id));
        return new Registered(client, secret, managementToken);
    }

    /**
     * Ends the registration and all that was granted to it (RFC 7592 §2.3).
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_token, for unknown clients too
     */
    public void delete(String id, Secret managementToken) {
        var client = managed(id, managementToken);
        audit.record(AuditEvent.of(AuditEventType.CLIENT_DELETED).client(id));
        stopped.fire(new ClientStopped(id, true));
        entities.remove(client);
    }

    private Client managed(String id, Secret managementToken) {
        // A path holds what no parameter may, and PostgreSQL stores no U+0000.
        return Optional.of(id)
                .filter(given -> given.chars().noneMatch(Character::isISOControl))
                .flatMap(this::find)
                .filter(client -> client.isManagedBy(managementToken))
                .orElseThrow(() -> INVALID_TOKEN.because("no client is managed by this token"));
    }

    private static Optional<Secret> secretFor(ClientMetadata metadata) {
        return metadata.authenticationMethod().usesSecret() ? Optional.of(Secret.random()) : Optional.empty();
    }

    /** The client of this id, unless an administrator stopped it. */
    public Optional<Client> find(String id) {
        return Optional.ofNullable(entities.find(Client.class, id)).filter(client -> !client.isDisabled());
    }

    /** A client, its secret if it was made just now, and the token that manages it. */
    public record Registered(Client client, Optional<Secret> secret, Secret managementToken) {}
}
