package com.siacapp.identityproviders.entity;

import com.siacapp.clients.entity.ClientMetadata.Keys;
import com.siacapp.tenants.entity.Tenant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The identity provider of one company: who signs, and by which keys. */
@Entity
@Table(name = "identity_provider")
public class IdentityProvider {

    @Id
    private UUID id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id")
    private Tenant tenant;

    private String issuer;

    @Column(name = "issuer_tenant")
    private @Nullable String issuerTenant;

    private @Nullable String jwks;

    @Column(name = "jwks_uri")
    private @Nullable String jwksUri;

    @Column(name = "created_at")
    private Instant createdAt;

    /** @param issuerTenant the company as the issuer calls it, if it signs for many; empty if for this one alone */
    public IdentityProvider(Tenant tenant, String issuer, Optional<String> issuerTenant, Keys keys, Instant now) {
        this.id = UUID.randomUUID();
        this.tenant = tenant;
        this.issuer = issuer;
        this.issuerTenant = issuerTenant.orElse(null);
        this.jwks = keys.jwks();
        this.jwksUri = keys.jwksUri();
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init")
    protected IdentityProvider() {}

    public UUID id() {
        return id;
    }

    public Tenant tenant() {
        return tenant;
    }

    /** Compared byte for byte. */
    public String issuer() {
        return issuer;
    }

    /** The company as the issuer calls it, if the issuer signs for many. */
    public Optional<String> issuerTenant() {
        return Optional.ofNullable(issuerTenant);
    }

    /** Whether it is the one that says so of itself. */
    public boolean isNamed(@Nullable String iss, Optional<String> tenant) {
        return issuer.equals(iss) && issuerTenant().equals(tenant);
    }

    /** By value or by address. */
    public Keys keys() {
        return new Keys(jwks, jwksUri);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
