package com.siacapp.grants.entity;

import com.siacapp.clients.entity.Client;
import com.siacapp.tenants.entity.Tenant;
import com.siacapp.users.entity.User;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person let a client use these scopes at this resource, now or by an answer we remember. All its tokens live and die with it. */
@Entity
@Table(name = "oauth_grant")
public class Grant {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "tenant_id")
    private Tenant tenant;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "client_id")
    private Client client;

    @Convert(converter = ScopesConverter.class)
    private Set<Scope> scopes;

    private String resource;

    @Column(name = "authenticated_at")
    private Instant authenticatedAt;

    @Column(name = "asked")
    private boolean asked;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** Whether a company's identity provider gave it, and no person; queries read it. */
    @SuppressWarnings("UnusedVariable")
    private boolean asserted;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "revocation_reason")
    private @Nullable RevocationReason revocationReason;

    /** @param asked whether the person was asked for this grant; if not, it is never remembered itself */
    public Grant(
            User user,
            Client client,
            Set<Scope> scopes,
            String resource,
            Instant authenticatedAt,
            boolean asked,
            Instant now,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.tenant = user.tenant();
        this.user = user;
        this.client = client;
        this.scopes = Set.copyOf(scopes);
        this.resource = resource;
        this.authenticatedAt = authenticatedAt;
        this.asked = asked;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    @SuppressWarnings("NullAway.Init")
    protected Grant() {}

    /** What the company's identity provider lets a client do in the name of a person. */
    public static Grant asserted(
            User user,
            Client client,
            Set<Scope> scopes,
            String resource,
            Instant authenticatedAt,
            Instant now,
            Instant expiresAt) {
        var grant = new Grant(user, client, scopes, resource, authenticatedAt, false, now, expiresAt);
        grant.asserted = true;
        return grant;
    }

    /** Whether its tokens are good: not revoked, not expired, and the person still has their account. */
    public boolean isAliveAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt) && !user.isDisabled();
    }

    public boolean isOf(Client other) {
        return client.id().equals(other.id());
    }

    public UUID id() {
        return id;
    }

    public Tenant tenant() {
        return tenant;
    }

    public User user() {
        return user;
    }

    public Client client() {
        return client;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public String resource() {
        return resource;
    }

    public Instant authenticatedAt() {
        return authenticatedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
