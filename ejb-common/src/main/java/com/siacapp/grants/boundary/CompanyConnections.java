package com.siacapp.grants.boundary;

import static com.siacapp.grants.entity.RevocationReason.BY_ADMINISTRATOR;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.ClientSource;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.TenantGrants;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.Scope;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What apps may do in the name of a company's people: its administrator sees and ends it. */
@Stateless
public class CompanyConnections {

    /** As many connections as a list holds at most. */
    public static final int MOST = TenantGrants.MOST;

    @Inject
    Administrators administrators;

    @Inject
    TenantGrants connections;

    @Inject
    Grants grants;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** The company's connections, the newest first, at most {@link #MOST}. */
    public List<Connection> list(SignedInUser by) {
        var administrator = administrators.require(by);
        return connections.alive(administrator.tenant().id(), clock.instant()).stream()
                .map(grant -> Connection.of(grant, connections.lastUse(grant)))
                .toList();
    }

    public Optional<Connection> find(SignedInUser by, UUID grant) {
        return alive(administrators.require(by), grant).map(found -> Connection.of(found, connections.lastUse(found)));
    }

    /** Ends one connection; whether there was one. */
    public boolean disconnect(SignedInUser by, UUID grant) {
        var administrator = administrators.require(by);
        var found = alive(administrator, grant);
        found.ifPresent(ended -> end(administrator, ended));
        return found.isPresent();
    }

    /** Ends every connection of a client with this company; how many there were. */
    public int disconnectAll(SignedInUser by, String client) {
        var administrator = administrators.require(by);
        var ended = connections.alive(administrator.tenant().id(), client, clock.instant());
        ended.forEach(grant -> end(administrator, grant));
        return ended.size();
    }

    private Optional<Grant> alive(User administrator, UUID grant) {
        return connections.find(administrator.tenant().id(), grant, clock.instant());
    }

    private void end(User administrator, Grant grant) {
        grants.revoke(grant.id(), BY_ADMINISTRATOR, clock.instant());
        audit.record(AuditEvent.of(AuditEventType.GRANT_REVOKED)
                .tenant(administrator.tenant().id())
                .user(administrator.id())
                .client(grant.client().id())
                .grant(grant.id())
                .subject(grant.user().id())
                .detail(BY_ADMINISTRATOR.name()));
    }

    /**
     * One app of one person.
     *
     * @param clientName what the app calls itself
     * @param lastUse when it last got a token
     */
    public record Connection(
            UUID id,
            UUID personId,
            String person,
            String clientId,
            String clientName,
            ClientSource source,
            Set<Scope> scopes,
            Instant since,
            Instant lastUse,
            Instant until) {

        public Connection {
            scopes = Set.copyOf(scopes);
        }

        static Connection of(Grant grant, Instant lastUse) {
            return new Connection(
                    grant.id(),
                    grant.user().id(),
                    grant.user().name(),
                    grant.client().id(),
                    grant.client().name(),
                    grant.client().source(),
                    grant.scopes(),
                    grant.createdAt(),
                    lastUse,
                    grant.expiresAt());
        }
    }
}
