package com.siacapp.clients.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.ClientSource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;

/** Takes clients over from their documents: at the first consent, and when a document has changed. */
@Stateless
public class ClientAdoption {

    @PersistenceContext
    EntityManager entities;

    @Inject
    AuditLog audit;

    /** The stored client; one that is described by a document is stored as its latest copy describes it. */
    public Client adopt(Client described) {
        if (described.source() != ClientSource.METADATA_DOCUMENT) {
            return entities.getReference(Client.class, described.id());
        }
        var isNew = insert(described);
        var client = entities.find(Client.class, described.id());
        if (client.isOutdatedBy(described)) {
            // Another node may be at it with a later copy.
            entities.refresh(client, LockModeType.PESSIMISTIC_WRITE);
        }
        if (client.isOutdatedBy(described)) {
            client.follow(described);
            var type = isNew ? AuditEventType.CLIENT_REGISTERED : AuditEventType.CLIENT_UPDATED;
            audit.record(AuditEvent.of(type).client(client.id()).detail("by its metadata document"));
        }
        return client;
    }

    /** Whoever consents at the same moment: one inserts, and all find it. The rest of the columns follow. */
    private boolean insert(Client described) {
        var metadata = described.metadata();
        return entities.createNativeQuery("insert into client (id, source, name, application_type, redirect_uris,"
                                + " grant_types, token_endpoint_auth_method, id_token_signed_response_alg, created_at)"
                                + " values (?1, ?2, ?3, ?4, '', '', ?5, ?6, ?7) on conflict (id) do nothing")
                        .setParameter(1, described.id())
                        .setParameter(2, described.source().name())
                        .setParameter(3, described.name())
                        .setParameter(4, metadata.applicationType().name())
                        .setParameter(5, metadata.authenticationMethod().name())
                        .setParameter(6, metadata.protection().idTokenAlgorithm())
                        .setParameter(7, described.createdAt().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
