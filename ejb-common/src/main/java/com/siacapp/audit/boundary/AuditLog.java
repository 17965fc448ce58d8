package com.siacapp.audit.boundary;

import com.siacapp.audit.entity.AuditEvent;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** The audit log. An act and its line are one transaction: neither is stored without the other. */
@Stateless
public class AuditLog {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    @Inject
    RequestOrigin origin;

    public void record(AuditEvent event) {
        entities.persist(event.occurred(clock.instant(), origin.address()));
    }
}
