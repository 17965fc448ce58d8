package com.siacapp.clients.boundary;

import static com.siacapp.audit.entity.AuditEventType.CLIENT_DISABLED;
import static com.siacapp.audit.entity.AuditEventType.CLIENT_ENABLED;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.clients.entity.BlockReason;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientStopped;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/**
 * The operator's hand on the clients that are no company's own: those that registered themselves and those that a
 * document describes. A blocked client stays stored, so that fetching its document again brings it back no more than
 * waiting does.
 */
@Stateless
public class InstallationClients {

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

    /** From now on the client is refused everywhere and by everybody, and what it could do is over for good. */
    public boolean block(SignedInUser by, String id, BlockReason why) {
        var operator = administrators.requireOperator(by);
        var client = find(id);
        client.filter(found -> !found.isDisabled()).ifPresent(found -> {
            found.block(why, clock.instant());
            stopped.fire(new ClientStopped(id, false));
            audit.record(AuditEvent.of(CLIENT_DISABLED)
                    .user(operator.id())
                    .client(id)
                    .detail(why.value()));
        });
        return client.isPresent();
    }

    /** People may connect it again. */
    public boolean unblock(SignedInUser by, String id) {
        var operator = administrators.requireOperator(by);
        var client = find(id);
        client.filter(Client::isDisabled).ifPresent(found -> {
            found.enable();
            audit.record(AuditEvent.of(CLIENT_ENABLED).user(operator.id()).client(id));
        });
        return client.isPresent();
    }

    private Optional<Client> find(String id) {
        return Optional.ofNullable(entities.find(Client.class, id)).filter(client -> !client.isOfACompany());
    }
}
