package com.siacapp.clients.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Assertions by which clients authenticate with a key of theirs (RFC 7523 §3 as draft-ietf-oauth-rfc7523bis mends it). */
@ApplicationScoped
public class ClientAssertions {

    /** The algorithms a client may sign with: asymmetric, and no weaker than our own. */
    public static final List<JWSAlgorithm> ALGORITHMS =
            List.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

    private static final Set<Optional<String>> TYPES =
            Set.of(Optional.empty(), Optional.of("jwt"), Optional.of("client-authentication+jwt"));

    /** Some libraries give five minutes, some ten; how long we remember a spent one depends on it. */
    private static final Duration FARTHEST_EXPIRY = Duration.ofMinutes(10);

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final int LONGEST_ID = 255;

    @Inject
    ClientKeys keys;

    @Inject
    SpentAssertions spent;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** @throws com.siacapp.clients.entity.OAuthException invalid_client unless this client signed it, for us and just now */
    public void verify(Client client, String assertion) {
        var jwt = parse(assertion);
        requireSignature(client, jwt);
        var claims = claims(jwt);
        requireParties(client, claims);
        requireTime(claims, clock.instant());
        spend(client, claims);
    }

    private static SignedJWT parse(String assertion) {
        try {
            var jwt = SignedJWT.parse(assertion);
            var type = Optional.ofNullable(jwt.getHeader().getType())
                    .map(JOSEObjectType::getType)
                    .map(name -> name.toLowerCase(Locale.ROOT));
            require(ALGORITHMS.contains(jwt.getHeader().getAlgorithm()), "its algorithm is not one of ours");
            require(TYPES.contains(type), "it is another kind of JWT");
            return jwt;
        } catch (ParseException malformed) {
            throw INVALID_CLIENT.because("the assertion is no signed JWT");
        }
    }

    private void requireSignature(Client client, SignedJWT jwt) {
        try {
            require(keys.haveSigned(client, jwt), "none of the client's keys signed it");
        } catch (UnreadableClientException unreadable) {
            throw INVALID_CLIENT.because("the client's keys cannot be read: " + unreadable.reason());
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException malformed) {
            throw INVALID_CLIENT.because("the assertion's claims are malformed");
        }
    }

    /** rfc7523bis: our issuer identifier is the only audience; an endpoint's address would let another server pass it on. */
    private void requireParties(Client client, JWTClaimsSet claims) {
        require(client.id().equals(claims.getIssuer()), "iss is not the client");
        require(client.id().equals(claims.getSubject()), "sub is not the client");
        require(claims.getAudience().equals(List.of(installation.issuer().toString())), "aud is not our issuer alone");
    }

    private static void requireTime(JWTClaimsSet claims, Instant now) {
        var expiry = claims.getExpirationTime();
        require(expiry != null && expiry.toInstant().plus(CLOCK_SKEW).isAfter(now), "it is expired, or never would be");
        require(
                expiry != null
                        && expiry.toInstant().isBefore(now.plus(FARTHEST_EXPIRY).plus(CLOCK_SKEW)),
                "it expires too late");
        var begun = now.plus(CLOCK_SKEW);
        require(
                Arrays.asList(claims.getIssueTime(), claims.getNotBeforeTime()).stream()
                        .flatMap(time -> Optional.ofNullable(time).map(Date::toInstant).stream())
                        .noneMatch(time -> time.isAfter(begun)),
                "it comes from the future");
    }

    private void spend(Client client, JWTClaimsSet claims) {
        var id = claims.getJWTID();
        require(
                id != null
                        && !id.isEmpty()
                        && id.length() <= LONGEST_ID
                        && id.chars().noneMatch(Character::isISOControl),
                "jti is missing, or no id");
        var expiry = claims.getExpirationTime().toInstant().plus(CLOCK_SKEW);
        require(spent.spend(client.id(), id, expiry), "it was used before");
    }

    private static void require(boolean rule, String otherwise) {
        if (!rule) {
            throw INVALID_CLIENT.because("of the client's assertion, " + otherwise);
        }
    }
}
