package com.siacapp.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. It names others by id and refers to none of them, because it outlives them; the database
 * refuses to change or delete it.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    /** With this the detail of a line begins that tells of a command, and such a line names nobody. */
    static final String COMMAND_LINE = "on the command line";

    /** The database numbers the lines as they are recorded. */
    @Id
    private long id;

    @Column(name = "occurred_at")
    private @Nullable Instant occurredAt;

    @Enumerated(EnumType.STRING)
    private AuditEventType type;

    @Column(name = "tenant_id")
    private @Nullable UUID tenant;

    @Column(name = "user_id")
    private @Nullable UUID user;

    @Column(name = "client_id")
    private @Nullable String client;

    @Column(name = "grant_id")
    private @Nullable UUID grant;

    @Column(name = "subject_id")
    private @Nullable String subject;

    private @Nullable String address;

    private @Nullable String detail;

    private AuditEvent(AuditEventType type) {
        this.type = type;
    }

    @SuppressWarnings("NullAway.Init")
    protected AuditEvent() {}

    public static AuditEvent of(AuditEventType type) {
        return new AuditEvent(type);
    }

    /** The company in whose log it belongs. */
    public AuditEvent tenant(UUID id) {
        tenant = id;
        return this;
    }

    /** The person who did it, or whose account it was tried on. */
    public AuditEvent user(UUID id) {
        user = id;
        return this;
    }

    /** The same, or that nobody's name is known. */
    public AuditEvent by(Author author) {
        author.person().ifPresentOrElse(this::user, () -> detail(COMMAND_LINE));
        return this;
    }

    /** The client that did it, or on whose behalf. */
    public AuditEvent client(String id) {
        client = id;
        return this;
    }

    public AuditEvent grant(UUID id) {
        grant = id;
        return this;
    }

    /** What it was done to, if that is none of the others: the id of a user, a client, a key, a tenant. */
    public AuditEvent subject(Object id) {
        subject = id.toString();
        return this;
    }

    /** A few words more for the reader of the log; never a secret, never a text an outsider chose. */
    public AuditEvent detail(String words) {
        detail = COMMAND_LINE.equals(detail) ? detail + ": " + words : words;
        return this;
    }

    public AuditEventType type() {
        return type;
    }

    public Instant occurredAt() {
        if (occurredAt == null) {
            throw new IllegalStateException("not recorded yet");
        }
        return occurredAt;
    }

    public Optional<UUID> tenant() {
        return Optional.ofNullable(tenant);
    }

    public Optional<UUID> user() {
        return Optional.ofNullable(user);
    }

    public Optional<String> client() {
        return Optional.ofNullable(client);
    }

    public Optional<UUID> grant() {
        return Optional.ofNullable(grant);
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** The network address the request came from. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    public long id() {
        return id;
    }
}
