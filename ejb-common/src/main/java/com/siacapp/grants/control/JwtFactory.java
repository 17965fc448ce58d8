package com.siacapp.grants.control;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.siacapp.grants.entity.Grant;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.installation.boundary.Installation;
import com.siacapp.keys.boundary.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Writes and signs the JWTs of a grant. */
@ApplicationScoped
public class JwtFactory {

    /** RFC 9068 §2.1. */
    public static final JOSEObjectType ACCESS_TOKEN_TYPE = new JOSEObjectType("at+jwt");

    /** Our claim that ties an access token to its grant, by which it is revoked. */
    public static final String GRANT = "grant_id";

    /** RFC 7800 §3.1, RFC 9449 §6.1. */
    static final String CONFIRMATION = "cnf";

    static final String KEY_THUMBPRINT = "jkt";

    /** A person signed in with a password alone: the one context there is until second factors come. */
    public static final String ACR_PASSWORD = "urn:siacapp:acr:password";

    @Inject
    Installation installation;

    @Inject
    KeyRing keys;

    private final Duration accessTokenLifespan = TokenSettings.ACCESS_TOKEN_LIFESPAN.value();
    private final JWSAlgorithm accessTokenAlgorithm = TokenSettings.ACCESS_TOKEN_ALGORITHM.value();

    /** RFC 9068 §2.2; bound to the key of that thumbprint, if there is one (RFC 9449 §6.1). */
    public String accessToken(Grant grant, Set<Scope> scopes, Optional<String> boundKey, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(installation.issuer().toString())
                .subject(grant.user().id().toString())
                .audience(grant.resource())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(accessTokenLifespan)))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", grant.client().id())
                .claim("scope", Scopes.format(scopes))
                .claim(GRANT, grant.id().toString());
        // RFC 9068 §2.2.1: when the person authenticated; a program never does.
        if (!grant.user().isServiceAccount()) {
            claims.claim("auth_time", grant.authenticatedAt().getEpochSecond());
        }
        boundKey.ifPresent(key -> claims.claim(CONFIRMATION, Map.of(KEY_THUMBPRINT, key)));
        return keys.sign(ACCESS_TOKEN_TYPE, accessTokenAlgorithm, claims.build());
    }

    public Duration accessTokenLifespan() {
        return accessTokenLifespan;
    }

    /** OpenID Connect Core §2; signed by RS256, which every client must know (§15.1), unless the client registered ES256. */
    public Optional<String> idToken(Grant grant, Optional<String> nonce, Instant now) {
        if (!grant.scopes().contains(Scope.OPENID)) {
            return Optional.empty();
        }
        var claims = new JWTClaimsSet.Builder()
                .issuer(installation.issuer().toString())
                .subject(grant.user().id().toString())
                .audience(grant.client().id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(accessTokenLifespan)))
                .claim("auth_time", grant.authenticatedAt().getEpochSecond())
                .claim("acr", ACR_PASSWORD)
                .claim("amr", List.of("pwd"));
        nonce.ifPresent(value -> claims.claim("nonce", value));
        var algorithm =
                JWSAlgorithm.parse(grant.client().metadata().protection().idTokenAlgorithm());
        return Optional.of(keys.sign(JOSEObjectType.JWT, algorithm, claims.build()));
    }
}
