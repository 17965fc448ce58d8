package com.siacapp.grants.entity;

import com.siacapp.keys.entity.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An opaque token that is traded once for new tokens (OAuth 2.1 §4.3). Its family is its grant. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {

    @Id
    private String hash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "grant_id")
    private Grant grant;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "consumed_at")
    private @Nullable Instant consumedAt;

    /** Expires when unused for that long, and with its grant at the latest (OAuth 2.1 §4.3.3, ASVS 10.4.8). */
    public RefreshToken(Secret token, Grant grant, Instant now, Duration idleLimit) {
        var idleEnd = now.plus(idleLimit);
        this.hash = token.hash();
        this.grant = grant;
        this.createdAt = now;
        this.expiresAt = idleEnd.isBefore(grant.expiresAt()) ? idleEnd : grant.expiresAt();
    }

    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    public boolean isAliveAt(Instant now) {
        return now.isBefore(expiresAt) && grant.isAliveAt(now);
    }

    public boolean isConsumed() {
        return consumedAt != null;
    }

    public String hash() {
        return hash;
    }

    public Grant grant() {
        return grant;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
