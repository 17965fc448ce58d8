package com.siacapp.keys.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jca.JCAAware;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.Provider;
import java.time.Instant;
import java.util.Optional;

/** A key pair in memory with what signs and verifies by it. Immutable, for any thread. */
public record KeyPair(JWK jwk, JWSAlgorithm algorithm, JWSSigner signer, JWSVerifier verifier, Instant signsFrom) {

    private static final int RSA_BITS = 2048;

    static JWK generate(JWSAlgorithm algorithm) {
        try {
            return JWSAlgorithm.ES256.equals(algorithm)
                    ? new ECKeyGenerator(Curve.P_256)
                            .algorithm(algorithm)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate()
                    : new RSAKeyGenerator(RSA_BITS)
                            .algorithm(algorithm)
                            .keyUse(KeyUse.SIGNATURE)
                            .keyIDFromThumbprint(true)
                            .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The platform cannot generate a key for " + algorithm, impossible);
        }
    }

    public static KeyPair of(JWK jwk, Instant signsFrom, Optional<Provider> provider) {
        try {
            var algorithm = JWSAlgorithm.parse(jwk.getAlgorithm().getName());
            var isElliptic = JWSAlgorithm.ES256.equals(algorithm);
            var signer = isElliptic ? new ECDSASigner(jwk.toECKey()) : new RSASSASigner(jwk.toRSAKey());
            var verifier = isElliptic ? new ECDSAVerifier(jwk.toECKey()) : new RSASSAVerifier(jwk.toRSAKey());
            provider.ifPresent(fast -> {
                ((JCAAware<?>) signer).getJCAContext().setProvider(fast);
                ((JCAAware<?>) verifier).getJCAContext().setProvider(fast);
            });
            return new KeyPair(jwk, algorithm, signer, verifier, signsFrom);
        } catch (JOSEException unusable) {
            throw new IllegalStateException("The key " + jwk.getKeyID() + " cannot be used", unusable);
        }
    }

    /** Never the private half: it must not reach a log. */
    @Override
    public String toString() {
        return "KeyPair[" + id() + "]";
    }

    KeyPair signingFrom(Instant other) {
        return new KeyPair(jwk, algorithm, signer, verifier, other);
    }

    String id() {
        return jwk.getKeyID();
    }
}
