package com.siacapp.grants.entity;

import com.siacapp.keys.entity.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that a client left here before it sent the browser (RFC 9126). It waits a short time to be
 * opened, and then as long as a person needs to sign in and decide.
 */
@Entity
@Table(name = "pushed_authorization_request")
public class PushedRequest {

    @Id
    private String hash;

    @Column(name = "client_id")
    private String clientId;

    private String parameters;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    /** @param parameters in the form encoding, without the client's credentials */
    public PushedRequest(Secret reference, String clientId, String parameters, Instant now, Duration timeToOpen) {
        this.hash = reference.hash();
        this.clientId = clientId;
        this.parameters = parameters;
        this.createdAt = now;
        this.expiresAt = now.plus(timeToOpen);
    }

    @SuppressWarnings("NullAway.Init")
    protected PushedRequest() {}

    public boolean isAliveAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** A browser came with it: from now on it waits for the person. */
    public void open(Instant now, Duration timeToDecide) {
        if (openedAt == null) {
            openedAt = now;
            expiresAt = now.plus(timeToDecide);
        }
    }

    public String clientId() {
        return clientId;
    }

    public String parameters() {
        return parameters;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
