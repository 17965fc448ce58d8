package com.siacapp.keys.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One key pair as it is stored: the public half in clear, the private half encrypted. It is published as soon as it
 * exists, signs from a moment on until a later key does, and verifies until it is retired.
 */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    private String id;

    private String algorithm;

    @Column(name = "public_jwk")
    private String publicJwk;

    @Column(name = "private_jwk")
    private @Nullable String privateJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signs_from")
    private Instant signsFrom;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    public SigningKey(
            String id,
            String algorithm,
            String publicJwk,
            String encryptedPrivateJwk,
            Instant createdAt,
            Instant signsFrom) {
        this.id = id;
        this.algorithm = algorithm;
        this.publicJwk = publicJwk;
        this.privateJwk = encryptedPrivateJwk;
        this.createdAt = createdAt;
        this.signsFrom = signsFrom;
    }

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    /** Nothing it signed counts from now on, and its private half is gone. */
    public void retire(Instant now) {
        retiredAt = now;
        privateJwk = null;
    }

    /** Signs at once: the key before it cannot any more. */
    public void takeOver(Instant now) {
        signsFrom = now;
    }

    public String id() {
        return id;
    }

    public String algorithm() {
        return algorithm;
    }

    public String encryptedPrivateJwk() {
        if (privateJwk == null) {
            throw new IllegalStateException("The key " + id + " is retired");
        }
        return privateJwk;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant signsFrom() {
        return signsFrom;
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    /** Whether it is published and does not sign yet. */
    public boolean isWaitingAt(Instant now) {
        return signsFrom.isAfter(now);
    }

    public boolean hasSignedFor(Duration age, Instant now) {
        return !signsFrom.plus(age).isAfter(now);
    }
}
