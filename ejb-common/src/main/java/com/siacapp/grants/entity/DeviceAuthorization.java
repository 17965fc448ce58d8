package com.siacapp.grants.entity;

import static com.siacapp.clients.entity.OAuthError.ACCESS_DENIED;
import static com.siacapp.clients.entity.OAuthError.AUTHORIZATION_PENDING;
import static com.siacapp.clients.entity.OAuthError.EXPIRED_TOKEN;
import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;
import static com.siacapp.clients.entity.OAuthError.SLOW_DOWN;

import com.siacapp.clients.entity.Client;
import com.siacapp.keys.entity.Secret;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a device without a browser asks for (RFC 8628): it holds the device code and polls with it; a person finds it by the
 * user code and decides. Whoever changes it holds the row's lock.
 */
@Entity
@Table(name = "device_authorization")
public class DeviceAuthorization {

    /** RFC 8628 §3.2: the default, and §3.5: how much is added each time a device polls too early. */
    public static final Duration INTERVAL = Duration.ofSeconds(5);

    /** A request that the network brought a little sooner than the one before is not early. */
    private static final Duration JITTER = Duration.ofSeconds(1);

    @Id
    private String hash;

    @Column(name = "user_code_hash")
    private String userCodeHash;

    @Column(name = "client_id")
    private String clientId;

    @Convert(converter = ScopesConverter.class)
    private Set<Scope> scopes;

    private String resource;

    @Column(name = "dpop_jkt")
    private @Nullable String boundKey;

    @Column(name = "interval_seconds")
    private long intervalSeconds;

    @Column(name = "last_polled_at")
    private @Nullable Instant lastPolledAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "refused_at")
    private @Nullable Instant refusedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "grant_id")
    private @Nullable Grant grant;

    @Column(name = "consumed_at")
    private @Nullable Instant consumedAt;

    /** @param boundKey the thumbprint of the key without which nobody gets tokens for this code */
    public DeviceAuthorization(
            Secret deviceCode,
            UserCode userCode,
            Client client,
            Set<Scope> scopes,
            String resource,
            Optional<String> boundKey,
            Instant expiresAt) {
        this.hash = deviceCode.hash();
        this.userCodeHash = userCode.hash();
        this.clientId = client.id();
        this.scopes = Set.copyOf(scopes);
        this.resource = resource;
        this.boundKey = boundKey.orElse(null);
        this.intervalSeconds = INTERVAL.toSeconds();
        this.expiresAt = expiresAt;
    }

    @SuppressWarnings("NullAway.Init")
    protected DeviceAuthorization() {}

    /** Whether it still waits for a person to decide. */
    public boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt) && refusedAt == null && grant == null;
    }

    /** The person said yes. */
    public void allow(Grant given) {
        grant = given;
    }

    /** The person said no. */
    public void refuse(Instant now) {
        refusedAt = now;
    }

    /**
     * Whether the code is in the right hands, and unspent. These rules write nothing, so that a stranger does no harm.
     *
     * @throws com.siacapp.clients.entity.OAuthException invalid_grant
     */
    public void verifyHolder(Client polling, Optional<String> proven) {
        if (!clientId.equals(polling.id())) {
            throw INVALID_GRANT.because("the device code was issued to another client");
        }
        if (boundKey != null && !proven.equals(Optional.of(boundKey))) {
            throw INVALID_GRANT.because("the device code is bound to another key");
        }
        if (consumedAt != null) {
            throw INVALID_GRANT.because("the device code was redeemed before");
        }
    }

    /**
     * What the person granted, once they did (RFC 8628 §3.5). A poll that comes too early makes the interval longer for
     * good.
     *
     * @throws com.siacapp.clients.entity.OAuthException expired_token, access_denied, authorization_pending or slow_down
     */
    public Grant poll(Instant now) {
        if (!now.isBefore(expiresAt)) {
            throw EXPIRED_TOKEN.because("the device code is expired");
        }
        if (refusedAt != null) {
            throw ACCESS_DENIED.because("the person said no");
        }
        if (grant != null) {
            return grant;
        }
        var isEarly = lastPolledAt != null
                && now.isBefore(lastPolledAt.plusSeconds(intervalSeconds).minus(JITTER));
        lastPolledAt = now;
        if (isEarly) {
            intervalSeconds += INTERVAL.toSeconds();
            throw SLOW_DOWN.because("the device polls too often");
        }
        throw AUTHORIZATION_PENDING.because("nobody has decided yet");
    }

    /** The device got its tokens: the code is worth nothing any more. */
    public void consume(Instant now) {
        consumedAt = now;
    }

    public String clientId() {
        return clientId;
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    public String resource() {
        return resource;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
