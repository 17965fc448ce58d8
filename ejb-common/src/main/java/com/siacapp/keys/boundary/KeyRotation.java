package com.siacapp.keys.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.keys.control.SigningKeys;
import com.siacapp.keys.entity.SigningKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Replaces keys, on schedule and on command. Several nodes may do it at once: the first does, the others find it done.
 * Every node knows within a second.
 */
@Stateless
public class KeyRotation {

    @Inject
    SigningKeys keys;

    @Inject
    KeyRing ring;

    @Inject
    AuditLog audit;

    /** Every key there ever was, the one that signs last first. */
    public List<SigningKey> all() {
        return keys.all();
    }

    /** Publishes the next keys, which sign when everybody can know them. Nothing happens while some wait already. */
    public void rotate(UUID operator) {
        record(keys.rotate(), id -> commanded(AuditEventType.KEYS_ROTATED, id, operator));
    }

    /** A key is compromised: it and everything it signed is refused at once, and another takes its place. */
    public void retire(String keyId, UUID operator) {
        record(keys.retire(keyId), id -> commanded(AuditEventType.KEY_RETIRED, id, operator));
    }

    /** Does what is due by the clock. */
    public void keepSchedule() {
        record(keys.rotateThoseDue(), id -> scheduled(AuditEventType.KEYS_ROTATED, id));
        record(keys.retireOutlived(), id -> scheduled(AuditEventType.KEY_RETIRED, id));
    }

    private void record(List<String> keyIds, Function<String, AuditEvent> line) {
        keyIds.stream().map(line).forEach(audit::record);
        if (!keyIds.isEmpty()) {
            ring.reload();
        }
    }

    private static AuditEvent commanded(AuditEventType type, String keyId, UUID operator) {
        return AuditEvent.of(type).subject(keyId).user(operator).detail("on command");
    }

    private static AuditEvent scheduled(AuditEventType type, String keyId) {
        return AuditEvent.of(type).subject(keyId).detail("on schedule");
    }
}
