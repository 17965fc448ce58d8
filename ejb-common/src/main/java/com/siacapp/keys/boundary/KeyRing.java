package com.siacapp.keys.boundary;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.keys.control.KeyEncryption;
import com.siacapp.keys.control.KeyPair;
import com.siacapp.keys.control.KeyPairs;
import com.siacapp.keys.control.KeySettings;
import com.siacapp.keys.control.SignatureProvider;
import com.siacapp.keys.control.SigningKeys;
import com.siacapp.keys.entity.SigningKey;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.Provider;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies tokens. The keys are made on the first start, live encrypted in the database and are the same on
 * every node and after every restart; {@link KeyRotation} replaces them.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeyRing {

    /** What is signed must expire within this. */
    public static final Duration LONGEST_TOKEN_LIFE = KeySettings.LONGEST_TOKEN_LIFE;

    /** How long others may keep the public halves. */
    public static final Duration JWKS_MAX_AGE = KeySettings.JWKS_MAX_AGE;

    /** Forged key ids cannot make a node ask the database more often than this. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    @Inject
    SigningKeys stored;

    @Inject
    KeyEncryption encryption;

    @Inject
    Clock clock;

    private Optional<Provider> provider = Optional.empty();
    private final ReentrantLock look = new ReentrantLock();

    private volatile KeyPairs keys = KeyPairs.NONE;
    private Instant lookedForUnknown = Instant.MIN;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void start() {
        provider = SignatureProvider.choose();
        stored.complete();
        reload();
    }

    /** Takes the keys as they are stored now. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void reload() {
        look.lock();
        try {
            keys = keys.replacedBy(stored.published(), this::open);
        } finally {
            look.unlock();
        }
    }

    /**
     * A signed JWT of this type, by the key of the algorithm whose turn it is.
     *
     * @throws IllegalArgumentException if the JWT could outlive the key that verifies it
     */
    public String sign(JOSEObjectType type, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        var now = clock.instant();
        requireExpiry(claims, now);
        var key = keys.signing(algorithm, now);
        var header = new JWSHeader.Builder(algorithm)
                .type(type)
                .keyID(key.jwk().getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(key.signer());
        } catch (JOSEException broken) {
            throw new IllegalStateException("Signing with " + algorithm + " failed", broken);
        }
        return jwt.serialize();
    }

    /**
     * Whether one of our keys signed this. The key is found by {@code kid} among ours alone and decides the algorithm;
     * key material or addresses in the header are never looked at (RFC 8725 §3.1, §3.10).
     */
    public boolean hasSigned(SignedJWT jwt) {
        return key(jwt.getHeader().getKeyID())
                .filter(key -> key.algorithm().equals(jwt.getHeader().getAlgorithm()))
                .filter(key -> verifies(key, jwt))
                .isPresent();
    }

    /**
     * Whether what a key signed still counts, for those who remember that it did. They ask with every request, and are
     * spared the way through the container.
     */
    public Predicate<String> inUse() {
        return keyId -> keys.withId(keyId).isPresent();
    }

    /** Whether there is a key of each kind that tokens are signed with. */
    public boolean canSign() {
        return SigningKeys.ALGORITHMS.stream().allMatch(keys::has);
    }

    /** The public halves, as RFC 7517 JSON. */
    public String jwks() {
        return keys.jwks();
    }

    /** A key of our own for one purpose, such as a form token's HMAC; the same on every node. */
    public SecretKey derive(String purpose) {
        return encryption.derive(purpose);
    }

    private Optional<KeyPair> key(@Nullable String id) {
        var known = keys.withId(id);
        if (known.isPresent() || id == null) {
            return known;
        }
        lookForUnknown();
        return keys.withId(id);
    }

    /** Another node may have made a key since this one last looked. While the database is silent, strangers do not wait long. */
    private void lookForUnknown() {
        try {
            if (look.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    var now = clock.instant();
                    if (lookedForUnknown.isBefore(now.minus(BETWEEN_LOOKS))) {
                        lookedForUnknown = now;
                        reload();
                    }
                } finally {
                    look.unlock();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private KeyPair open(SigningKey key) {
        try {
            var jwk = JWK.parse(encryption.decrypt(key.encryptedPrivateJwk()));
            return KeyPair.of(jwk, key.signsFrom(), provider);
        } catch (ParseException corrupt) {
            throw new IllegalStateException("A stored signing key is not a JWK", corrupt);
        }
    }

    private static void requireExpiry(JWTClaimsSet claims, Instant now) {
        var expiry = claims.getExpirationTime();
        if (expiry == null || expiry.toInstant().isAfter(now.plus(LONGEST_TOKEN_LIFE))) {
            throw new IllegalArgumentException(
                    "A token must expire within " + LONGEST_TOKEN_LIFE + ", else it outlives its key");
        }
    }

    private static boolean verifies(KeyPair key, SignedJWT jwt) {
        try {
            return jwt.verify(key.verifier());
        } catch (JOSEException notVerifiable) {
            return false;
        }
    }
}
