package com.siacapp.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** An attacker, and one who even stole the server's signing key, to prove that each check stands on its own. */
public final class Forger {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final JWTClaimsSet claims;

    private Forger(JWTClaimsSet claims) {
        this.claims = claims;
    }

    /** Starts from what a good token says. */
    public static Forger startingFrom(Tokens good) {
        return new Forger(good.claims());
    }

    /** Changes a claim; null takes it away. */
    public Forger with(String claim, Object value) {
        return new Forger(new JWTClaimsSet.Builder(claims).claim(claim, value).build());
    }

    public Forger with(Consumer<JWTClaimsSet.Builder> change) {
        var builder = new JWTClaimsSet.Builder(claims);
        change.accept(builder);
        return new Forger(builder.build());
    }

    public String signedByTheServer() {
        return signedByTheServer(ACCESS_TOKEN);
    }

    public String signedByTheServer(JOSEObjectType type) {
        return signed(serversKey(), type);
    }

    public String signedBy(ECKey key) {
        return signed(key, ACCESS_TOKEN);
    }

    /** Another key under the server's key id. */
    public String signedByAStranger() {
        return signed(strangersKey(serversKey().getKeyID()), ACCESS_TOKEN);
    }

    public String signedByAnUnknownKey() {
        return signed(strangersKey("unknown"), ACCESS_TOKEN);
    }

    /** A stranger's key that comes along in the header. */
    public String signedByTheKeyInItsHeader() {
        var key = strangersKey("own");
        return signed(
                key,
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(ACCESS_TOKEN)
                        .jwk(key.toPublicJWK())
                        .build());
    }

    public String unsigned() {
        return new PlainJWT(claims).serialize();
    }

    /** The classic: a published key, in each form a careless server could take for a secret, under each key id. */
    public List<String> hmacWithThePublicKeys() {
        var forged = new ArrayList<String>();
        for (var key : publishedKeys().getKeys()) {
            for (var secret : encodings(key)) {
                forged.add(hmac(key.getKeyID(), secret));
            }
        }
        return forged;
    }

    private static List<byte[]> encodings(JWK key) {
        try {
            var der = key instanceof AsymmetricJWK pair ? pair.toPublicKey().getEncoded() : new byte[0];
            var pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                    .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
            return List.of(
                    der,
                    pem.getBytes(StandardCharsets.UTF_8),
                    pem.strip().getBytes(StandardCharsets.UTF_8),
                    key.toJSONString().getBytes(StandardCharsets.UTF_8),
                    Http.get("/oauth/jwks").body().getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String hmac(String keyId, byte[] secret) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(ACCESS_TOKEN)
                    .keyID(keyId)
                    .build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static JWKSet publishedKeys() {
        try {
            return JWKSet.parse(Http.get("/oauth/jwks").body());
        } catch (ParseException notJwks) {
            throw new AssertionError(notJwks);
        }
    }

    private String signed(ECKey key, JOSEObjectType type) {
        return signed(
                key,
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build());
    }

    private String signed(ECKey key, JWSHeader header) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ECKey strangersKey(String id) {
        try {
            return Secrets.seen(new ECKeyGenerator(Curve.P_256).keyID(id).generate());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static ECKey serversKey() {
        try {
            var jwe = JWEObject.parse(Database.value("""
                    select private_jwk from signing_key
                    where algorithm = 'ES256' and retired_at is null
                    order by signs_from desc limit 1"""));
            jwe.decrypt(new DirectDecrypter(TestServer.encryptionKey()));
            var key = Secrets.seen(ECKey.parse(jwe.getPayload().toString()));
            if (publishedKeys().getKeyByKeyId(key.getKeyID()) == null) {
                throw new AssertionError("The stored key is not the published one");
            }
            return key;
        } catch (ParseException | JOSEException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
