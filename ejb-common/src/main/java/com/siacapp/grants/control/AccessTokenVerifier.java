package com.siacapp.grants.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.grants.entity.AccessTokenClaims;
import com.siacapp.grants.entity.InvalidTokenException;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Secret;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Checks access tokens by RFC 9068 §4. A signature is computed once: what it proved is remembered by the token's hash,
 * within bounds. Expiry is checked every time, and that the key still counts.
 */
@ApplicationScoped
public class AccessTokenVerifier {

    private static final int REMEMBERED = 10_000;

    /** Longer than any token of ours. */
    private static final int LONGEST = 4096;

    private static final List<String> REQUIRED_CLAIMS =
            List.of("sub", "client_id", "scope", JwtFactory.GRANT, "jti", "iat", "exp");

    private final Cache<String, Signed> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    Installation installation;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    private Predicate<String> keysInUse = keyId -> false;

    @PostConstruct
    void prepare() {
        keysInUse = keys.inUse();
    }

    public AccessTokenClaims verify(String token) throws InvalidTokenException {
        if (token.length() > LONGEST) {
            throw new InvalidTokenException("the token is longer than any of ours");
        }
        var hash = new Secret(token).hash();
        var signed = verified.getIfPresent(hash);
        if (signed == null) {
            signed = signed(token);
            verified.put(hash, signed);
        }
        if (!keysInUse.test(signed.keyId())) {
            throw new InvalidTokenException("the key that signed the token is retired");
        }
        var claims = signed.claims();
        if (!clock.instant().isBefore(claims.expiresAt())) {
            throw new InvalidTokenException("the token is expired");
        }
        return claims;
    }

    private Signed signed(String token) throws InvalidTokenException {
        try {
            var jwt = SignedJWT.parse(token);
            if (!JwtFactory.ACCESS_TOKEN_TYPE.equals(jwt.getHeader().getType())) {
                throw new InvalidTokenException("the token is not of type at+jwt");
            }
            if (!keys.hasSigned(jwt)) {
                throw new InvalidTokenException("none of our keys signed the token");
            }
            return new Signed(checked(jwt.getJWTClaimsSet()), jwt.getHeader().getKeyID());
        } catch (ParseException | IllegalArgumentException malformed) {
            // Not the exception's text, which may quote the token: whoever sends one would write into our log.
            throw new InvalidTokenException("the token is malformed");
        }
    }

    private static Optional<String> boundKey(JWTClaimsSet claims) throws ParseException {
        return Optional.ofNullable(claims.getJSONObjectClaim(JwtFactory.CONFIRMATION))
                .map(confirmation -> String.valueOf(confirmation.get(JwtFactory.KEY_THUMBPRINT)));
    }

    private AccessTokenClaims checked(JWTClaimsSet claims) throws ParseException, InvalidTokenException {
        if (!installation.issuer().toString().equals(claims.getIssuer())) {
            throw new InvalidTokenException("the token is of another issuer");
        }
        var resource = installation.resource().toString();
        if (!claims.getAudience().contains(resource)) {
            throw new InvalidTokenException("the token is for another audience");
        }
        // RFC 9068 §2.2: none of these may be missing, whoever signed.
        for (var claim : REQUIRED_CLAIMS) {
            if (claims.getClaim(claim) == null) {
                throw new InvalidTokenException("the token has no " + claim);
            }
        }
        return new AccessTokenClaims(
                UUID.fromString(claims.getSubject()),
                resource,
                claims.getStringClaim("client_id"),
                Scopes.parse(claims.getStringClaim("scope")),
                UUID.fromString(claims.getStringClaim(JwtFactory.GRANT)),
                boundKey(claims),
                claims.getJWTID(),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    /** What a signature proved, and by which key. */
    private record Signed(AccessTokenClaims claims, String keyId) {}
}
