package com.siacapp.clients.control;

import static com.siacapp.audit.entity.AuditEventType.CLIENT_DISABLED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_ENABLED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.Author;
import com.siacapp.clients.entity.BlockReason;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientStopped;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Blocks clients that are no company's own. Whoever calls has found out that the author may. */
@ApplicationScoped
public class BlockedClients {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<ClientStopped> stopped;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** From now on the client is refused everywhere and by everybody; whether there is such a client. */
    public boolean block(String id, BlockReason why, Author by) {
        var client = find(id);
        client.filter(found -> !found.isDisabled()).ifPresent(found -> {
            found.block(why, clock.instant());
            stopped.fire(new ClientStopped(id, false));
            audit.record(AuditEvent.of(CLIENT_DISABLED).by(by).client(id).detail(why.value()));
        });
        return client.isPresent();
    }

    /** People may connect it again; whether there is such a client. */
    public boolean unblock(String id, Author by) {
        var client = find(id);
        client.filter(Client::isDisabled).ifPresent(found -> {
            found.enable();
            audit.record(AuditEvent.of(CLIENT_ENABLED).by(by).client(id));
        });
        return client.isPresent();
    }

    private Optional<Client> find(String id) {
        return Optional.ofNullable(entities.find(Client.class, id)).filter(client -> !client.isOfACompany());
    }
}
