package com.siacapp.audit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of the log somebody may see and wants to see.
 *
 * @param tenant the company whose lines these are; empty for the installation's own
 * @param person who did it or to whom it was done
 * @param before only lines older than the one of this number
 */
public record AuditFilter(
        Optional<UUID> tenant,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<AuditEventType> type,
        Optional<UUID> person,
        Optional<String> client,
        Optional<String> address,
        Optional<Long> before) {

    /** The company's whole log, the newest line first. */
    public static AuditFilter ofTenant(UUID tenant) {
        return new AuditFilter(
                Optional.of(tenant),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, further back than this line. */
    public AuditFilter before(long line) {
        return new AuditFilter(tenant, from, until, type, person, client, address, Optional.of(line));
    }
}
