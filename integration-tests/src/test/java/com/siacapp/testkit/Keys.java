package com.siacapp.testkit;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.util.Set;
import java.util.stream.Collectors;

/** The server's signing keys: those it publishes, and what an operator or another node does to them. */
public final class Keys {

    private Keys() {}

    /** Somebody who runs the installation. */
    private static final class Operator {
        static final String ID = Company.founded().administrator().id();
    }

    public static Answer rotate() {
        return done(rotatedBy(Operator.ID));
    }

    public static Answer retire(String keyId) {
        return done(retiredBy(Operator.ID, keyId));
    }

    /** This person commands it, past the pages; 403 when the keys are not theirs. */
    public static Answer rotatedBy(String person) {
        return operate("do=rotate&by=" + person);
    }

    public static Answer retiredBy(String person, String keyId) {
        return operate("do=retire&key=" + keyId + "&by=" + person);
    }

    public static Answer readBy(String person) {
        return operate("do=read&by=" + person);
    }

    /** What the server does every minute. */
    public static Answer keepSchedule() {
        return done(operate("do=schedule"));
    }

    /** The ids of the published keys. */
    public static Set<String> published() {
        try {
            return JWKSet.parse(Http.get("/oauth/jwks").body()).getKeys().stream()
                    .map(JWK::getKeyID)
                    .collect(Collectors.toSet());
        } catch (ParseException notJwks) {
            throw new AssertionError(notJwks);
        }
    }

    /** Which key signed this. */
    public static String of(String jwt) {
        try {
            return SignedJWT.parse(jwt).getHeader().getKeyID();
        } catch (ParseException notAJwt) {
            throw new AssertionError(notAJwt);
        }
    }

    /** Another node, which shares nothing but the database, makes a key that will sign one day. */
    public static ECKey addedByAnotherNode() {
        try {
            var key = Secrets.seen(new ECKeyGenerator(Curve.P_256)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate());
            var stored = new JWEObject(
                    new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(key.toJSONString()));
            stored.encrypt(new DirectEncrypter(TestServer.encryptionKey()));
            Database.execute("""
                    insert into signing_key (id, algorithm, public_jwk, private_jwk, created_at, signs_from)
                    values ('%s', 'ES256', '%s', '%s', now(), now() + interval '100 years')""".formatted(key.getKeyID(), key.toPublicJWK().toJSONString(), stored.serialize()));
            return key;
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public static void retiredByAnotherNode(String keyId) {
        Database.execute(
                "update signing_key set retired_at = now(), private_jwk = null where id = '%s'".formatted(keyId));
    }

    private static Answer operate(String command) {
        return Http.send("/in-container/keys?" + command, "POST", BodyPublishers.noBody(), request -> request);
    }

    private static Answer done(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError("The keys were not touched: " + answer);
        }
        return answer;
    }
}
