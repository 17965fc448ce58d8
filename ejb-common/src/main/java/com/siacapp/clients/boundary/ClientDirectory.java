package com.siacapp.clients.boundary;

import static com.siacapp.clients.entity.UnreadableClientException.Trouble.UNREACHABLE;

import com.siacapp.clients.control.ClientDocuments;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientSource;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/**
 * Every client we know or can come to know. A document may take seconds to come: no transaction and no connection to the
 * database waits for it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClientDirectory {

    @PersistenceContext
    EntityManager entities;

    @Inject
    ClientDocuments documents;

    @Inject
    ClientAdoption adoption;

    @Inject
    Clock clock;

    /**
     * The client that wants a person's consent. If its id is an address, its document is read there, and nothing is stored
     * of it yet. One that was stored before stays as it is while its host does not answer, or if it was read later.
     *
     * @throws UnreadableClientException when the id is an address where there is no good document
     */
    public Optional<Client> find(String id) {
        var stored = stored(id);
        if (!DocumentUrl.isMeantBy(id) || stored.filter(Client::isDisabled).isPresent()) {
            return enabled(stored);
        }
        return DocumentUrl.parse(id).map(url -> published(url, stored));
    }

    /**
     * The client behind a request without a person: one that is stored, for others have been granted nothing. Its document
     * is not waited for; what it newly says holds from the moment it is here.
     */
    public Optional<Client> known(String id) {
        return enabled(stored(id)).map(this::upToDate);
    }

    /** Whether there is such a client and the operator blocked it for everybody. */
    public boolean isBlocked(String id) {
        return stored(id).flatMap(Client::blockedFor).isPresent();
    }

    private Client published(DocumentUrl url, Optional<Client> stored) {
        try {
            var described = Client.published(url, documents.read(url), clock.instant());
            return stored.filter(client -> client.isNewerThan(described)).orElse(described);
        } catch (UnreadableClientException unreadable) {
            return Optional.of(unreadable)
                    .filter(failure -> failure.trouble() == UNREACHABLE)
                    .flatMap(failure -> stored)
                    .orElseThrow(() -> unreadable);
        }
    }

    private Client upToDate(Client client) {
        if (client.source() != ClientSource.METADATA_DOCUMENT) {
            return client;
        }
        var url = new DocumentUrl(client.id());
        return documents
                .readIfHere(url)
                .map(document -> Client.published(url, document, clock.instant()))
                .filter(client::isOutdatedBy)
                .map(adoption::adopt)
                .orElse(client);
    }

    /** A disabled client is as if it were not there. */
    private static Optional<Client> enabled(Optional<Client> client) {
        return client.filter(found -> !found.isDisabled());
    }

    private Optional<Client> stored(String id) {
        return Optional.ofNullable(entities.find(Client.class, id));
    }
}
