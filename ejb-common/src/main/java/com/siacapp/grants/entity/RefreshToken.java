package com.siacapp.grants.entity;

import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An opaque token that is traded for new tokens (OAuth 2.1 §4.3): once, or again within the grace after its first use. Its
 * family is its grant.
 */
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

    @Column(name = "dpop_jkt")
    private @Nullable String boundKey;

    /** Expires when unused for that long, and with its grant at the latest (OAuth 2.1 §4.3.3, ASVS 10.4.8). */
    public RefreshToken(Secret token, Grant grant, Instant now, Duration idleLimit, Optional<String> boundKey) {
        var idleEnd = now.plus(idleLimit);
        this.hash = token.hash();
        this.grant = grant;
        this.createdAt = now;
        this.expiresAt = idleEnd.isBefore(grant.expiresAt()) ? idleEnd : grant.expiresAt();
        this.boundKey = boundKey.orElse(null);
    }

    @SuppressWarnings("NullAway.Init")
    protected RefreshToken() {}

    public boolean isAliveAt(Instant now) {
        return now.isBefore(expiresAt) && grant.isAliveAt(now);
    }

    /** Whether it was used and the grace after that is over. */
    public boolean isSpentAt(Instant now, Duration grace) {
        return consumedAt != null && !now.isBefore(consumedAt.plus(grace));
    }

    public boolean isConsumed() {
        return consumedAt != null;
    }

    /**
     * RFC 9449 §5: a bound token is good only with a proof of its key.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_grant
     */
    public void verifyKey(Optional<String> proven) {
        if (boundKey != null && !proven.equals(Optional.of(boundKey))) {
            throw INVALID_GRANT.because("the refresh token is bound to another key");
        }
    }

    /** The thumbprint of the key that must be proven with it. */
    public Optional<String> boundKey() {
        return Optional.ofNullable(boundKey);
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
