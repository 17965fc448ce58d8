package com.siacapp.console.entity;

import com.siacapp.clients.entity.ClientSource;
import com.siacapp.grants.boundary.CompanyConnections.Connection;
import com.siacapp.pages.entity.DisplayName;
import java.net.URI;

/**
 * A client and who vouches for it.
 *
 * @param host the host of its metadata document; empty when it has none
 */
public record Source(String clientId, DisplayName name, ClientSource kind, String host) {

    static Source of(Connection connection) {
        var isDocument = connection.source() == ClientSource.METADATA_DOCUMENT;
        return new Source(
                connection.clientId(),
                new DisplayName(connection.clientName()),
                connection.source(),
                isDocument ? URI.create(connection.clientId()).getHost() : "");
    }
}
