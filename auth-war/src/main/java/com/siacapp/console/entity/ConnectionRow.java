package com.siacapp.console.entity;

import com.siacapp.grants.boundary.CompanyConnections.Connection;
import com.siacapp.grants.entity.Scope;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Moment;
import java.util.List;
import java.util.UUID;

/** One app of one person, as the list shows it. */
public record ConnectionRow(
        UUID id, UUID personId, DisplayName person, Source source, List<Scope> scopes, Moment since, Moment lastUse) {

    public ConnectionRow {
        scopes = List.copyOf(scopes);
    }

    public static ConnectionRow of(Connection connection) {
        return new ConnectionRow(
                connection.id(),
                connection.personId(),
                new DisplayName(connection.person()),
                Source.of(connection),
                connection.scopes().stream().sorted().toList(),
                new Moment(connection.since()),
                new Moment(connection.lastUse()));
    }
}
