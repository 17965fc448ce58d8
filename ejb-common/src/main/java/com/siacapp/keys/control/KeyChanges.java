package com.siacapp.keys.control;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.audit.entity.Author;
import com.siacapp.installation.boundary.Operators;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;

/** Changes of keys, each in one transaction with its lines in the audit log. Each says whether anything changed.
 * A person who commands is asked again whether they run the installation. */
@Stateless
public class KeyChanges {

    @Inject
    SigningKeys keys;

    @Inject
    Operators operators;

    @Inject
    AuditLog audit;

    /** Publishes the next keys, unless some wait already. */
    public boolean rotate(Author by) {
        by.person().ifPresent(operators::requireOperator);
        return record(keys.rotate(), id -> commanded(AuditEventType.KEYS_ROTATED, id, by));
    }

    /** Retires a key and has another take its place. */
    public boolean retire(String keyId, Author by) {
        by.person().ifPresent(operators::requireOperator);
        return record(keys.retire(keyId), id -> commanded(AuditEventType.KEY_RETIRED, id, by));
    }

    /** Rotates and retires what is due by the clock. */
    public boolean keepSchedule() {
        var rotated = record(keys.rotateThoseDue(), id -> scheduled(AuditEventType.KEYS_ROTATED, id));
        var retired = record(keys.retireOutlived(), id -> scheduled(AuditEventType.KEY_RETIRED, id));
        return rotated || retired;
    }

    private boolean record(List<String> keyIds, Function<String, AuditEvent> line) {
        keyIds.stream().map(line).forEach(audit::record);
        return !keyIds.isEmpty();
    }

    private static AuditEvent commanded(AuditEventType type, String keyId, Author by) {
        return AuditEvent.of(type).subject(keyId).detail("on command").by(by);
    }

    private static AuditEvent scheduled(AuditEventType type, String keyId) {
        return AuditEvent.of(type).subject(keyId).detail("on schedule");
    }
}
