package com.siacapp.keys.boundary;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.keys.control.KeyEncryption;
import com.siacapp.keys.control.KeyPair;
import com.siacapp.keys.control.KeyPairs;
import com.siacapp.keys.control.SigningKeys;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * Signs and verifies tokens. The keys are made on the first start, live encrypted in the database and are the same on
 * every node and after every restart.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class KeyRing {

    private static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    @Inject
    SigningKeys stored;

    @Inject
    KeyEncryption encryption;

    private KeyPairs keys = new KeyPairs(List.of());

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    void load() {
        stored.complete(ALGORITHMS);
        keys = KeyPairs.of(stored.all());
    }

    /** A signed JWT of this type, by the newest key of the algorithm. */
    public String sign(JOSEObjectType type, JWSAlgorithm algorithm, JWTClaimsSet claims) {
        var key = keys.newest(algorithm);
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
        return keys.withId(jwt.getHeader().getKeyID())
                .filter(key -> key.algorithm().equals(jwt.getHeader().getAlgorithm()))
                .filter(key -> verifies(key, jwt))
                .isPresent();
    }

    /** The public halves, as RFC 7517 JSON. */
    public String jwks() {
        List<JWK> published = keys.all().stream().map(KeyPair::jwk).toList();
        return new JWKSet(published).toString(true);
    }

    /** A key of our own for one purpose, such as a form token's HMAC; the same on every node. */
    public SecretKey derive(String purpose) {
        return encryption.derive(purpose);
    }

    private static boolean verifies(KeyPair key, SignedJWT jwt) {
        try {
            return jwt.verify(key.verifier());
        } catch (JOSEException notVerifiable) {
            return false;
        }
    }
}
