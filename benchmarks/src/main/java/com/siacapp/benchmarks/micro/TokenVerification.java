package com.siacapp.benchmarks.micro;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.grants.control.AccessTokenVerifier;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.control.KeyPair;
import com.siacapp.keys.control.SignatureProvider;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An access token, seen before and seen for the first time. */
@State(Scope.Benchmark)
public class TokenVerification {

    private static final URI ISSUER = URI.create("https://auth.example.com");
    private static final URI RESOURCE = URI.create("https://api.example.com/mcp");

    private final AccessTokenVerifier verifier = new AccessTokenVerifier();
    private final OneKey key = new OneKey();
    private String token = "";

    @Setup
    public void sign() throws JOSEException {
        Wiring.set(verifier, "keysInUse", key.inUse());
        Wiring.set(verifier, "installation", new OneInstallation());
        Wiring.set(verifier, "keys", key);
        Wiring.set(verifier, "clock", Clock.systemUTC());
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER.toString())
                .audience(RESOURCE.toString())
                .subject(UUID.randomUUID().toString())
                .claim("client_id", UUID.randomUUID().toString())
                .claim("scope", "siac.templates.read siac.campaigns.read")
                .claim("grant_id", UUID.randomUUID().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
                .build();
        token = key.sign(new JOSEObjectType("at+jwt"), JWSAlgorithm.ES256, claims);
    }

    /** All that a request with a known token costs besides the look at its grant. */
    @Benchmark
    public AccessTokenClaims remembered() throws InvalidTokenException {
        return verifier.verify(token);
    }

    /** What is remembered afterwards. */
    @Benchmark
    public JWTClaimsSet seenForTheFirstTime() throws ParseException {
        var jwt = SignedJWT.parse(token);
        if (!key.hasSigned(jwt)) {
            throw new IllegalStateException("A good token is refused");
        }
        return jwt.getJWTClaimsSet();
    }

    private static final class OneInstallation extends Installation {

        @Override
        public URI issuer() {
            return ISSUER;
        }

        @Override
        public URI resource() {
            return RESOURCE;
        }
    }

    private static final class OneKey extends KeyRing {

        private final KeyPair pair = KeyPair.of(generated(), Instant.EPOCH, SignatureProvider.choose());

        private static JWK generated() {
            try {
                return new ECKeyGenerator(Curve.P_256)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyIDFromThumbprint(true)
                        .generate();
            } catch (JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public String sign(JOSEObjectType type, JWSAlgorithm algorithm, JWTClaimsSet claims) {
            var header = new JWSHeader.Builder(algorithm)
                    .type(type)
                    .keyID(pair.jwk().getKeyID())
                    .build();
            var jwt = new SignedJWT(header, claims);
            try {
                jwt.sign(pair.signer());
            } catch (JOSEException broken) {
                throw new IllegalStateException(broken);
            }
            return jwt.serialize();
        }

        @Override
        public boolean hasSigned(SignedJWT jwt) {
            try {
                return jwt.verify(pair.verifier());
            } catch (JOSEException broken) {
                throw new IllegalStateException(broken);
            }
        }

        @Override
        public Predicate<String> inUse() {
            return keyId -> keyId.equals(pair.jwk().getKeyID());
        }
    }
}
