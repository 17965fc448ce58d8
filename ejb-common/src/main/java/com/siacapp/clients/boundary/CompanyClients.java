package com.siacapp.clients.boundary;

import static com.siacapp.audit.entity.AuditEventType.CLIENT_CREATED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_DELETED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_DISABLED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_ENABLED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_KEYS_REPLACED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_SECRET_ROTATED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.ClientStopped;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.keys.entity.Secret;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The clients that a company's administrator registered for the company's own people. Those of service accounts are
 * managed with their accounts.
 */
@Stateless
public class CompanyClients {

    private static final String OWN = "select c from Client c where c.tenant = :tenant ";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Administrators administrators;

    @Inject
    Event<ClientStopped> stopped;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    public List<Client> list(SignedInUser by) {
        return entities.createQuery(OWN + "order by c.name, c.id", Client.class)
                .setParameter("tenant", administrators.require(by).tenant().id())
                .getResultStream()
                .filter(CompanyClients::isForPeople)
                .toList();
    }

    public Optional<Client> find(SignedInUser by, String id) {
        return find(administrators.require(by), id);
    }

    /** A new client; a confidential one gets its secret here and never again. */
    public WithSecret create(SignedInUser by, ClientMetadata metadata) {
        var administrator = administrators.require(by);
        var secret =
                metadata.authenticationMethod().usesSecret() ? Optional.of(Secret.random()) : Optional.<Secret>empty();
        var client = Client.ofTenant(administrator.tenant().id(), metadata, secret, clock.instant());
        entities.persist(client);
        record(CLIENT_CREATED, administrator, client);
        return new WithSecret(client, secret);
    }

    /** A new secret, given out only here; the old one is good no longer. */
    public Optional<WithSecret> rotateSecret(SignedInUser by, String id) {
        var administrator = administrators.require(by);
        return find(administrator, id)
                .filter(client -> client.authenticationMethod().usesSecret())
                .map(client -> {
                    var secret = Secret.random();
                    client.changeSecret(secret);
                    record(CLIENT_SECRET_ROTATED, administrator, client);
                    return new WithSecret(client, Optional.of(secret));
                });
    }

    /** These keys in place of the old ones, which are good no longer. False if there is no such client with keys. */
    public boolean replaceKeys(SignedInUser by, String id, ClientMetadata.Keys keys) {
        var administrator = administrators.require(by);
        var client = find(administrator, id)
                .filter(found -> found.authenticationMethod().usesKeys());
        client.ifPresent(found -> {
            found.changeKeys(keys);
            record(CLIENT_KEYS_REPLACED, administrator, found);
        });
        return client.isPresent();
    }

    /** From now on the client is refused everywhere, and what it could do is over for good. */
    public boolean disable(SignedInUser by, String id) {
        var administrator = administrators.require(by);
        var client = find(administrator, id);
        client.filter(found -> !found.isDisabled()).ifPresent(found -> {
            found.disable(clock.instant());
            stopped.fire(new ClientStopped(found.id(), false));
            record(CLIENT_DISABLED, administrator, found);
        });
        return client.isPresent();
    }

    public boolean enable(SignedInUser by, String id) {
        var administrator = administrators.require(by);
        var client = find(administrator, id);
        client.filter(Client::isDisabled).ifPresent(found -> {
            found.enable();
            record(CLIENT_ENABLED, administrator, found);
        });
        return client.isPresent();
    }

    public boolean delete(SignedInUser by, String id) {
        var administrator = administrators.require(by);
        var client = find(administrator, id);
        client.ifPresent(found -> {
            record(CLIENT_DELETED, administrator, found);
            stopped.fire(new ClientStopped(found.id(), true));
            entities.remove(found);
        });
        return client.isPresent();
    }

    private Optional<Client> find(User administrator, String id) {
        return entities.createQuery(OWN + "and c.id = :id", Client.class)
                .setParameter("tenant", administrator.tenant().id())
                .setParameter("id", id)
                .getResultStream()
                .filter(CompanyClients::isForPeople)
                .findFirst();
    }

    private static boolean isForPeople(Client client) {
        return client.metadata().grantTypes().stream().anyMatch(GrantType::startsWithConsent);
    }

    private void record(AuditEventType type, User administrator, Client client) {
        audit.record(AuditEvent.of(type)
                .tenant(administrator.tenant().id())
                .user(administrator.id())
                .client(client.id()));
    }

    /** A client, and the secret that nobody will be told again; a public client has none. */
    public record WithSecret(Client client, Optional<Secret> secret) {}
}
