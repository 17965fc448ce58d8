package com.siacapp.keys.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One key pair as it is stored: the public half in clear, the private half encrypted. */
@Entity
@Table(name = "signing_key")
public class SigningKey {

    @Id
    private String id;

    private String algorithm;

    @Column(name = "public_jwk")
    private String publicJwk;

    @Column(name = "private_jwk")
    private String privateJwk;

    @Column(name = "created_at")
    private Instant createdAt;

    public SigningKey(String id, String algorithm, String publicJwk, String encryptedPrivateJwk, Instant createdAt) {
        this.id = id;
        this.algorithm = algorithm;
        this.publicJwk = publicJwk;
        this.privateJwk = encryptedPrivateJwk;
        this.createdAt = createdAt;
    }

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {}

    public String id() {
        return id;
    }

    public String algorithm() {
        return algorithm;
    }

    public String encryptedPrivateJwk() {
        return privateJwk;
    }
}
