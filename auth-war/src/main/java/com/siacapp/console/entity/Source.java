package com.siacapp.console.entity;

import com.siacapp.clients.entity.ClientSource;
import com.siacapp.grants.entity.ConnectedClient;
import com.siacapp.grants.entity.Connection;
import com.siacapp.pages.entity.DisplayName;
import java.net.URI;

/**
 * A client and who vouches for it.
 *
 * @param host the host of its metadata document; empty when it has none
 */
public record Source(String clientId, DisplayName name, ClientSource kind, String host) {

    static Source of(Connection connection) {
        return of(connection.clientId(), connection.clientName(), connection.source());
    }

    static Source of(ConnectedClient client) {
        return of(client.id(), client.name(), client.source());
    }

    private static Source of(String clientId, String name, ClientSource kind) {
        var isDocument = kind == ClientSource.METADATA_DOCUMENT;
        return new Source(
                clientId,
                new DisplayName(name),
                kind,
                isDocument ? URI.create(clientId).getHost() : "");
    }
}
