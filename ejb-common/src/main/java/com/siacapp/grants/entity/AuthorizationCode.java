package com.siacapp.grants.entity;

import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;

import com.siacapp.clients.entity.Client;
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

/** A one-time code bound to its client, redirect URI and PKCE challenge (OAuth 2.1 §4.1.2). */
@Entity
@Table(name = "authorization_code")
public class AuthorizationCode {

    @Id
    private String hash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "grant_id")
    private Grant grant;

    @Column(name = "redirect_uri")
    private String redirectUri;

    @Column(name = "code_challenge")
    private String codeChallenge;

    private @Nullable String nonce;

    @Column(name = "dpop_jkt")
    private @Nullable String boundKey;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "consumed_at")
    private @Nullable Instant consumedAt;

    public AuthorizationCode(Secret code, Grant grant, AuthorizationRequest request, Instant now, Duration lifespan) {
        this.hash = code.hash();
        this.grant = grant;
        this.redirectUri = request.redirectUri();
        this.codeChallenge = request.codeChallenge().value();
        this.nonce = request.nonce().orElse(null);
        this.boundKey = request.dpopKey().orElse(null);
        this.expiresAt = now.plus(lifespan);
    }

    @SuppressWarnings("NullAway.Init")
    protected AuthorizationCode() {}

    /**
     * Whether the code is presented by whom it was made for (OAuth 2.1 §4.1.3). These rules do not spend it: an honest
     * client that slips may try again, and a stranger who found it does no harm.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_grant
     */
    public void verifyHolder(Client redeemer, Optional<String> redirectUriSent, String codeVerifier) {
        if (!grant.isOf(redeemer)) {
            throw INVALID_GRANT.because("the code was issued to another client");
        }
        // OAuth 2.1 §10.2: clients of OAuth 2.0 repeat the redirect URI; if they do, it must be the same.
        if (redirectUriSent.filter(sent -> !sent.equals(redirectUri)).isPresent()) {
            throw INVALID_GRANT.because("redirect_uri differs from the authorization request");
        }
        if (!new CodeChallenge(codeChallenge).isMetBy(codeVerifier)) {
            throw INVALID_GRANT.because("code_verifier does not match the challenge");
        }
    }

    /**
     * RFC 9449 §10: a code for which the authorization request announced a key is good only with a proof of that key.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_grant
     */
    public void verifyKey(Optional<String> proven) {
        if (boundKey != null && !proven.equals(Optional.of(boundKey))) {
            throw INVALID_GRANT.because("the code is bound to another key");
        }
    }

    /** @throws com.siacapp.clients.entity.OAuthException invalid_grant */
    public void verifyNotExpired(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw INVALID_GRANT.because("the code is expired");
        }
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

    public Optional<String> nonce() {
        return Optional.ofNullable(nonce);
    }
}
