package com.siacapp.audit.boundary;

import com.siacapp.audit.control.AuditLines;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditFilter;
import com.siacapp.audit.entity.AuditLine;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The audit log. An act and its line are one transaction: neither is stored without the other. Of some acts the line is all. */
@Stateless
public class AuditLog {

    /** In SQL, because JPA would ask for the line's number first: a way to the database more for each act. */
    private static final String RECORD = """
            insert into audit_event (occurred_at, type, tenant_id, user_id, client_id, grant_id, subject_id, address, detail)
            values (?1, ?2, cast(?3 as uuid), cast(?4 as uuid), cast(?5 as text), cast(?6 as uuid), cast(?7 as text),
                    cast(?8 as text), cast(?9 as text))
            returning id""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    RequestOrigin origin;

    @Inject
    AuditLines lines;

    /** The newest lines that pass the filter, at most so many; the filter says whose they are. */
    public List<AuditLine> newest(AuditFilter filter, int most) {
        return lines.newest(filter, most);
    }

    /** In the caller's transaction, or if it needs none, by itself. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void record(AuditEvent event) {
        var now = clock.instant();
        var address = origin.address();
        entities.createNativeQuery(RECORD)
                // What it tells of is stored when the transaction ends: no line refers to it.
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, event.type().name())
                .setParameter(3, event.tenant().orElse(null))
                .setParameter(4, event.user().orElse(null))
                .setParameter(5, event.client().orElse(null))
                .setParameter(6, event.grant().orElse(null))
                .setParameter(7, event.subject().orElse(null))
                .setParameter(8, address.orElse(null))
                .setParameter(9, event.detail().orElse(null))
                .getSingleResult();
    }

    /** What a person did last, or what was tried on their account: events of these types, the newest first. */
    public List<AuditEvent> latestOf(UUID user, Set<AuditEventType> types, int most) {
        return entities.createQuery(
                        "select e from AuditEvent e where e.user = :user and e.type in :types order by e.id desc",
                        AuditEvent.class)
                .setParameter("user", user)
                .setParameter("types", types)
                .setMaxResults(most)
                .getResultList();
    }
}
