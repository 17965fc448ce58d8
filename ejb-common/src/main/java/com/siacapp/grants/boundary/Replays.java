package com.siacapp.grants.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.grants.control.Grants;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.ReplayException;
import com.siacapp.grants.entity.RevocationReason;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;

/** What a second use of a code or of a refresh token brings about (OAuth 2.1 §4.1.3, §4.3.1). */
@Stateless
public class Replays {

    @Inject
    Grants grants;

    @Inject
    AuditLog audit;

    /**
     * Ends the family; the log has a line of the replay that did it, and none of those that come after.
     *
     * @return for the caller to throw
     */
    public ReplayException end(Grant grant, RevocationReason replay, Instant now) {
        if (grants.revoke(grant.id(), replay, now)) {
            audit.record(AuditEvent.of(AuditEventType.valueOf(replay.name()))
                    .tenant(grant.tenant().id())
                    .user(grant.user().id())
                    .client(grant.client().id())
                    .grant(grant.id()));
        }
        return new ReplayException(grant.id(), replay);
    }
}
