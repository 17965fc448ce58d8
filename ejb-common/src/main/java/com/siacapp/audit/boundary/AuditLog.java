package com.siacapp.audit.boundary;

import com.siacapp.audit.control.AuditLines;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.AuditFilter;
import com.siacapp.audit.entity.AuditLine;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The audit log. An act and its line are one transaction: neither is stored without the other. */
@Stateless
public class AuditLog {

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

    public void record(AuditEvent event) {
        entities.persist(event.occurred(clock.instant(), origin.address()));
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
