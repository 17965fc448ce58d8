package com.siacapp.audit.control;

import com.siacapp.installation.control.Batches;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Lines of the audit log that are old enough to be forgotten. */
@Stateless
public class OldLines {

    /** Whatever this node's clock says: the database lets nobody delete what is younger by its own. */
    private static final String DELETE = """
            delete from audit_event where id in (
                select id from audit_event where occurred_at < least(?1, now() - interval '90 days')
                limit ?2 for update skip locked)""";

    @PersistenceContext
    EntityManager entities;

    /** Deletes some in one transaction; how many. */
    public int delete(Instant writtenBefore, int most) {
        return Batches.delete(entities, DELETE, writtenBefore, most);
    }
}
