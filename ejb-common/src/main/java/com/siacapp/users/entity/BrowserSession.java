package com.siacapp.users.entity;

import static java.util.Objects.requireNonNull;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person signed in with one browser. The browser holds the secret, we hold its hash. */
@Entity
@Table(name = "browser_session")
public class BrowserSession {

    @Id
    private UUID id;

    @Column(name = "secret_hash")
    private String secretHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Column(name = "authenticated_at")
    private Instant authenticatedAt;

    @Column(name = "last_seen_at")
    private Instant lastSeenAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "user_agent")
    private String userAgent;

    private String address;

    /**
     * @param userAgent what the browser calls itself, for its owner to recognise; an outsider's text
     * @param address the network address of the sign-in
     */
    public BrowserSession(User user, Secret secret, String userAgent, String address, Instant now, Duration lifespan) {
        this.id = UUID.randomUUID();
        this.user = requireNonNull(user);
        this.secretHash = secret.hash();
        this.authenticatedAt = now;
        this.lastSeenAt = now;
        this.expiresAt = now.plus(lifespan);
        this.userAgent = userAgent;
        this.address = address;
    }

    @SuppressWarnings("NullAway.Init")
    protected BrowserSession() {}

    /** ASVS 7.3.1 and 7.3.2: a session ends when unused for a while, and at the latest when its lifespan is over. */
    public boolean isAliveAt(Instant now, Duration idleLimit) {
        return endedAt == null
                && !user.isDisabled()
                && now.isBefore(expiresAt)
                && now.isBefore(lastSeenAt.plus(idleLimit));
    }

    public void end(Instant now) {
        endedAt = now;
    }

    public UUID id() {
        return id;
    }

    public User user() {
        return user;
    }

    public Instant authenticatedAt() {
        return authenticatedAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }

    public String userAgent() {
        return userAgent;
    }

    public String address() {
        return address;
    }
}
