package com.siacapp.keys.boundary;

import com.siacapp.audit.boundary.AuditLog;
import com.siacapp.audit.entity.AuditEvent;
import com.siacapp.audit.entity.AuditEventType;
import com.siacapp.installation.boundary.Operators;
import com.siacapp.keys.control.SigningKeys;
import com.siacapp.keys.entity.KeySummary;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Replaces keys, on schedule and on command. Several nodes may do it at once: the first does, the others find it done.
 * Every node knows within a second. Whoever commands is asked again whether they run the installation.
 */
@Stateless
public class KeyRotation {

    private static final int RETIRED_SHOWN = 20;

    @Inject
    SigningKeys keys;

    @Inject
    KeyRing ring;

    @Inject
    Operators operators;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The keys of each algorithm that count, the one that signs last first, then some of those that did. */
    public List<KeySummary> all(UUID operator) {
        operators.requireOperator(operator);
        var now = clock.instant();
        var all = Stream.concat(keys.published().stream(), keys.retired(RETIRED_SHOWN).stream())
                .toList();
        return SigningKeys.ALGORITHMS.stream()
                .map(algorithm -> all.stream()
                        .filter(key -> key.algorithm().equals(algorithm.getName()))
                        .toList())
                .flatMap(keys -> KeySummary.of(keys, now).stream())
                .toList();
    }

    /**
     * Publishes the next keys, which sign when everybody can know them. Nothing happens while some wait already; whether
     * there are new ones.
     */
    public boolean rotate(UUID operator) {
        operators.requireOperator(operator);
        return record(keys.rotate(), id -> commanded(AuditEventType.KEYS_ROTATED, id, operator));
    }

    /**
     * A key is compromised: it and everything it signed is refused at once, and another takes its place. Whether it counted
     * until now.
     */
    public boolean retire(String keyId, UUID operator) {
        operators.requireOperator(operator);
        return record(keys.retire(keyId), id -> commanded(AuditEventType.KEY_RETIRED, id, operator));
    }

    /** Does what is due by the clock. */
    public void keepSchedule() {
        record(keys.rotateThoseDue(), id -> scheduled(AuditEventType.KEYS_ROTATED, id));
        record(keys.retireOutlived(), id -> scheduled(AuditEventType.KEY_RETIRED, id));
    }

    private boolean record(List<String> keyIds, Function<String, AuditEvent> line) {
        keyIds.stream().map(line).forEach(audit::record);
        if (!keyIds.isEmpty()) {
            ring.reload();
        }
        return !keyIds.isEmpty();
    }

    private static AuditEvent commanded(AuditEventType type, String keyId, UUID operator) {
        return AuditEvent.of(type).subject(keyId).user(operator).detail("on command");
    }

    private static AuditEvent scheduled(AuditEventType type, String keyId) {
        return AuditEvent.of(type).subject(keyId).detail("on schedule");
    }
}
