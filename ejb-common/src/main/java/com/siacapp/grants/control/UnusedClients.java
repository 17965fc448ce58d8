package com.siacapp.grants.control;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Clients that registered themselves and to which nobody ever granted anything. */
@Stateless
public class UnusedClients {

    /** Rows another node deletes are skipped, and those a consent is being stored for. */
    private static final String EXPIRE = """
            delete from client where id in (
                select id from client c
                where source = 'DYNAMIC' and last_used_at is null and created_at <= ?1
                    and not exists (select 1 from oauth_grant g where g.client_id = c.id)
                    and not exists (select 1 from device_authorization d where d.client_id = c.id)
                order by created_at limit ?2 for update skip locked)
            returning id""";

    @PersistenceContext
    EntityManager entities;

    @EJB
    AuditLog audit;

    /** Deletes some of those that registered until then, in one transaction; returns how many. */
    public int expire(Instant registeredUntil, int most) {
        List<?> expired = entities.createNativeQuery(EXPIRE)
                .setParameter(1, registeredUntil.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .getResultList();
        expired.forEach(
                id -> audit.record(AuditEvent.of(AuditEventType.CLIENT_EXPIRED).client(id.toString())));
        return expired.size();
    }
}
