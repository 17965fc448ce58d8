package com.siacapp.console.entity;

import com.siacapp.clients.entity.Client;
import com.siacapp.grants.entity.Connection;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.pages.entity.ConsolePage;
import com.siacapp.pages.entity.DisplayName;
import com.siacapp.pages.entity.Frame;
import com.siacapp.pages.entity.Moment;
import com.siacapp.serviceaccounts.entity.ServiceAccountSummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The clients a company uses, those it registered itself, and its service accounts. */
public record ClientsPage(Frame frame, List<Own> own, List<Used> used, List<ServiceAccountSummary> services)
        implements ConsolePage {

    public ClientsPage {
        own = List.copyOf(own);
        used = List.copyOf(used);
        services = List.copyOf(services);
    }

    @Override
    public String template() {
        return "console-clients";
    }

    /**
     * A client that an administrator of the company registered.
     *
     * @param scopes beyond which it cannot go; none means no limit
     */
    public record Own(
            String id,
            DisplayName name,
            ClientDraft.Kind kind,
            Set<Scope> scopes,
            boolean isDisabled,
            List<String> redirectUris) {

        public Own {
            scopes = Set.copyOf(scopes);
            redirectUris = List.copyOf(redirectUris);
        }

        public static Own of(Client client) {
            return new Own(
                    client.id(),
                    new DisplayName(client.name()),
                    ClientDraft.Kind.of(client.authenticationMethod()),
                    client.scopeLimit().map(Scopes::parse).orElse(Set.of()),
                    client.isDisabled(),
                    client.redirectUris().stream().map(uri -> uri.value()).toList());
        }
    }

    /** A client that people of the company connected. */
    public record Used(Source source, int connections, Moment lastUse) {

        /** One for each client among these connections. */
        public static List<Used> of(List<Connection> connections) {
            var clients = new LinkedHashMap<String, Used>();
            for (var connection : connections) {
                var use = new Used(Source.of(connection), 1, new Moment(connection.lastUse()));
                clients.merge(connection.clientId(), use, Used::and);
            }
            return List.copyOf(clients.values());
        }

        private Used and(Used other) {
            return new Used(
                    source,
                    connections + other.connections,
                    new Moment(later(lastUse.instant(), other.lastUse.instant())));
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }
}
