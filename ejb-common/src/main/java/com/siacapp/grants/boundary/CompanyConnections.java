package com.siacapp.grants.boundary;

import static com.siacapp.grants.entity.RevocationReason.BY_ADMINISTRATOR;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.control.TenantGrants;
import com.siacapp.grants.entity.Connection;
import com.siacapp.grants.entity.Grant;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
import com.siacapp.users.entity.User;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        var tenant = administrators.require(by).tenant().id();
        return told(tenant, connections.alive(tenant, clock.instant()));
    }

    public Optional<Connection> find(SignedInUser by, UUID grant) {
        var administrator = administrators.require(by);
        return alive(administrator, grant)
                .map(found -> told(administrator.tenant().id(), List.of(found)).get(0));
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

    private List<Connection> told(UUID tenant, List<Grant> alive) {
        var lastTokens = connections.lastTokens(tenant);
        return alive.stream()
                .map(grant -> Connection.of(grant, lastTokens.getOrDefault(grant.id(), grant.createdAt())))
                .toList();
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
}
