package com.siacapp.grants.boundary;

import static com.siacapp.grants.entity.RevocationReason.BY_ADMINISTRATOR;

import com.siacapp.grants.control.Connections;
import com.siacapp.grants.control.Disconnecting;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.entity.Connection;
import com.siacapp.users.control.Administrators;
import com.siacapp.users.entity.SignedInUser;
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
    public static final int MOST = Connections.MOST;

    @Inject
    Administrators administrators;

    @Inject
    Connections connections;

    @Inject
    Grants grants;

    @Inject
    Disconnecting disconnecting;

    @Inject
    Clock clock;

    /** The company's connections, the newest first, at most {@link #MOST}. */
    public List<Connection> list(SignedInUser by) {
        return connections.ofTenant(administrators.require(by).tenant().id(), clock.instant());
    }

    /** The connection that this grant belongs to. */
    public Optional<Connection> find(SignedInUser by, UUID grant) {
        var tenant = administrators.require(by).tenant().id();
        return grants.ofTenant(tenant, grant, clock.instant())
                .flatMap(found -> list(by).stream()
                        .filter(connection -> connection
                                        .personId()
                                        .equals(found.user().id())
                                && connection.clientId().equals(found.client().id()))
                        .findFirst());
    }

    /** Ends one app of one person, with every grant of it; whether there was one. */
    public boolean disconnect(SignedInUser by, UUID grant) {
        var administrator = administrators.require(by);
        var found = grants.ofTenant(administrator.tenant().id(), grant, clock.instant());
        found.ifPresent(one -> disconnecting.endAllLike(one, administrator.id(), BY_ADMINISTRATOR));
        return found.isPresent();
    }

    /** Ends every connection of a client with this company. */
    public void disconnectAll(SignedInUser by, String client) {
        var administrator = administrators.require(by);
        var tenant = administrator.tenant().id();
        grants.peopleWith(client, tenant, clock.instant())
                .forEach(person -> disconnecting.endAll(person, client, tenant, administrator.id(), BY_ADMINISTRATOR));
    }
}
