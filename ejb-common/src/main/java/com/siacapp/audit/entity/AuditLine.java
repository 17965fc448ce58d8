package com.siacapp.audit.entity;

import java.time.Instant;

/**
 * A line of the log as it is read. What is unknown or was deleted since is empty, never null.
 *
 * @param person the name of who did it
 * @param clientName what the client calls itself: an outsider's text
 * @param subject the name of the person or company it was done to, else the id of what it was done to
 */
public record AuditLine(
        long id,
        Instant occurredAt,
        AuditEventType type,
        String person,
        String client,
        String clientName,
        String subject,
        String address,
        String detail) {

    /** Whether nobody's name is known because it was commanded on the command line. */
    public boolean isCommanded() {
        return person.isEmpty() && detail.startsWith(AuditEvent.COMMAND_LINE);
    }

    /** The detail, but for where it was commanded. */
    public String words() {
        return isCommanded()
                ? detail.substring(AuditEvent.COMMAND_LINE.length()).replaceFirst("^: ", "")
                : detail;
    }
}
