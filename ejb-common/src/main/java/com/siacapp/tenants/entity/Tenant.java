package com.siacapp.tenants.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A company on this installation. */
@Entity
public class Tenant {

    @Id
    private UUID id;

    private String name;

    @Column(name = "created_at")
    private Instant createdAt;

    public Tenant(UUID id, String name, Instant createdAt) {
        this.id = requireNonNull(id);
        this.name = requireNonNull(name);
        this.createdAt = requireNonNull(createdAt);
    }

    @SuppressWarnings("NullAway.Init")
    protected Tenant() {}

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
