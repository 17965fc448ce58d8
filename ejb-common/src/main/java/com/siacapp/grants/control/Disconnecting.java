package com.siacapp.grants.control;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.RevocationReason;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Ends what an app may do in a person's name, whoever of those who may wants it. */
@ApplicationScoped
public class Disconnecting {

    @Inject
    Grants grants;

    @EJB
    AuditLog audit;

    @Inject
    Clock clock;

    /** Ends every grant of the same person and app: one that stayed would go on being remembered (ASVS 10.7.3). */
    public void endAllLike(Grant one, UUID by, RevocationReason reason) {
        endAll(one.user().id(), one.client().id(), one.tenant().id(), by, reason);
    }

    /** Ends every grant of a person of this company and an app. */
    public void endAll(UUID person, String client, UUID tenant, UUID by, RevocationReason reason) {
        for (var ended : grants.revokeAll(person, client, reason, clock.instant())) {
            var event = AuditEvent.of(AuditEventType.GRANT_REVOKED)
                    .tenant(tenant)
                    .user(by)
                    .client(client)
                    .grant(ended)
                    .detail(reason.name());
            audit.record(by.equals(person) ? event : event.subject(person));
        }
    }
}
