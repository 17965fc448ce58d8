package com.siacapp.tenants.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company on this installation. */
@Entity
public class Tenant {

    @Id
    private UUID id;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    public Tenant(UUID id, String name, Instant createdAt) {
        this.id = requireNonNull(id);
        this.name = requireNonNull(name);
        this.createdAt = requireNonNull(createdAt);
    }

    @SuppressWarnings("NullAway.Init")
    protected Tenant() {}

    /** From now on nobody of the company can sign in, and all its tokens are refused. */
    public void disable(Instant now) {
        disabledAt = now;
    }

    public void enable() {
        disabledAt = null;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
