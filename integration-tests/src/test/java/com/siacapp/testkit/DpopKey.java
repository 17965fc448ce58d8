package com.siacapp.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A client's key and the proofs it makes with it (RFC 9449 §4.2). */
public final class DpopKey {

    private static final String TYPE = "dpop+jwt";

    private final ECKey key;

    private DpopKey(ECKey key) {
        this.key = key;
    }

    public static DpopKey generated() {
        try {
            return new DpopKey(Secrets.seen(new ECKeyGenerator(Curve.P_256).generate()));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A good proof for the token endpoint. */
    public String proofForTokens() {
        return proof(claims -> claims);
    }

    /** A good proof for a pushed request. */
    public String proofForPushing() {
        return proof(claims -> claims.claim("htu", TestServer.address() + "/oauth/par"));
    }

    /** A good proof for a device that asks for access. */
    public String proofForAsking() {
        return proof(claims -> claims.claim("htu", TestServer.address() + "/oauth/device_authorization"));
    }

    /** A proof for the token endpoint with something changed. */
    public String proof(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(TYPE, change.apply(claims("POST", TestServer.address() + "/oauth/token")));
    }

    /** A good proof for a call of the MCP endpoint with this token. */
    public String proofFor(String accessToken) {
        return proofFor(accessToken, claims -> claims);
    }

    public String proofFor(String accessToken, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(
                TYPE, change.apply(claims("POST", "" + TestServer.resource()).claim("ath", ath(accessToken))));
    }

    /** A proof for a call with another type in its header. */
    public String proofOfType(String type, String accessToken) {
        return signed(type, claims("POST", "" + TestServer.resource()).claim("ath", ath(accessToken)));
    }

    /** A good proof, but the header holds the private key too. */
    public String proofThatGivesTheKeyAway(String accessToken) {
        var header = Map.of("typ", TYPE, "alg", "ES256", "jwk", key.toJSONObject());
        var payload = claims("POST", "" + TestServer.resource())
                .claim("ath", ath(accessToken))
                .build();
        return signedByHand(header, payload, true);
    }

    /** A proof that nobody signed. */
    public String unsignedProof(String accessToken) {
        var header = Map.of("typ", TYPE, "alg", "none", "jwk", key.toPublicJWK().toJSONObject());
        var payload = claims("POST", "" + TestServer.resource())
                .claim("ath", ath(accessToken))
                .build();
        return signedByHand(header, payload, false);
    }

    /** Calls the MCP endpoint with the token and a fresh proof. */
    public Answer ping(Tokens tokens) {
        return ping("DPoP " + tokens.access(), List.of(proofFor(tokens.access())));
    }

    public static Answer ping(String authorization, List<String> proofs) {
        return Mcp.with("").send(Mcp.message("ping", Map.of()), request -> {
            request.header("Authorization", authorization);
            proofs.forEach(proof -> request.header("DPoP", proof));
            return request;
        });
    }

    private static JWTClaimsSet.Builder claims(String method, String address) {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", address)
                .issueTime(Date.from(Time.now()));
    }

    private String signed(String type, JWTClaimsSet.Builder claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(new JOSEObjectType(type))
                    .jwk(key.toPublicJWK())
                    .build();
            var jwt = new SignedJWT(header, claims.build());
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String signedByHand(Map<String, Object> header, JWTClaimsSet payload, boolean sign) {
        try {
            var input =
                    Base64URL.encode(JSONObjectUtils.toJSONString(header)) + "." + Base64URL.encode(payload.toString());
            var algorithm = new JWSHeader(JWSAlgorithm.ES256);
            return input + "."
                    + (sign ? new ECDSASigner(key).sign(algorithm, input.getBytes(StandardCharsets.US_ASCII)) : "");
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** RFC 9449 §4.2: the hash of the token. */
    public static String ath(String accessToken) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(hash).toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
