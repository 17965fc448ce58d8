package com.siacapp.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

/** The assertion by which a client authenticates (RFC 7523): right, until a test changes a claim. */
public final class Assertion {

    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final JWTClaimsSet claims;

    private Assertion(JWTClaimsSet claims) {
        this.claims = claims;
    }

    public static Assertion by(String client) {
        var now = now();
        return new Assertion(new JWTClaimsSet.Builder()
                .issuer(client)
                .subject(client)
                .audience(TestServer.address().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(1))))
                .build());
    }

    /** A key to sign with. */
    public static ECKey key(String id) {
        try {
            return Secrets.seen(new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The server's time, which other tests moved. */
    public static Instant now() {
        return Time.now();
    }

    /** Changes a claim; null takes it away. */
    public Assertion with(String claim, Object value) {
        return new Assertion(
                new JWTClaimsSet.Builder(claims).claim(claim, value).build());
    }

    public Map<String, String> signed(ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID());
            return signed(header.build(), new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The published key as if it were a shared secret. */
    public Map<String, String> signedByHmacWith(ECKey key) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID());
            return signed(header.build(), new MACSigner(key.toPublicJWK().toJSONString()));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public Map<String, String> unsigned() {
        return form(new PlainJWT(claims).serialize());
    }

    private Map<String, String> signed(JWSHeader header, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return form(Secrets.seen(jwt.serialize()));
    }

    private static Map<String, String> form(String jwt) {
        return Map.of("client_assertion_type", TYPE, "client_assertion", jwt);
    }
}
