package com.siacapp.identityproviders.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_GRANT;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.clients.control.ClientAssertions;
import com.siacapp.clients.control.ClientKeys;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.grants.entity.Scope;
import com.siacapp.grants.entity.Scopes;
import com.siacapp.identityproviders.entity.IdentityAssertion;
import com.siacapp.identityproviders.entity.IdentityProvider;
import com.siacapp.installation.boundary.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What makes an identity assertion good (draft-ietf-oauth-identity-assertion-authz-grant-04 §4.4.1, RFC 7523 §3). */
@ApplicationScoped
public class AssertionRules {

    /** RFC 8725 §3.11: neither an ID token nor an access token passes for one. */
    private static final String TYPE = "oauth-id-jag+jwt";

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    /** Providers give five minutes; how long we remember a spent one depends on it. */
    private static final Duration FARTHEST_EXPIRY = Duration.ofHours(1);

    private static final int LONGEST_ID = 255;

    @Inject
    StoredProviders providers;

    @Inject
    ClientKeys keys;

    @Inject
    Installation installation;

    @Inject
    Clock clock;

    /** @throws com.siacapp.clients.entity.OAuthException invalid_grant unless a provider we know says it to this client */
    public IdentityAssertion verify(Client client, String text) {
        try {
            var jwt = SignedJWT.parse(text);
            require(
                    ClientAssertions.ALGORITHMS.contains(jwt.getHeader().getAlgorithm()),
                    "its algorithm is none of ours");
            require(TYPE.equals(type(jwt)), "it is another kind of JWT");
            var claims = jwt.getJWTClaimsSet();
            var provider = provider(client, claims);
            requireParties(client, provider, claims);
            requireTime(claims, clock.instant());
            // Last, because it may fetch keys: who has an assertion for somebody else makes us fetch nothing.
            require(keys.haveSigned(provider.keys(), jwt), "none of its issuer's keys signed it");
            return new IdentityAssertion(
                    provider,
                    id("sub", claims.getSubject()),
                    email(claims),
                    scopes(claims),
                    authenticatedAt(claims),
                    id("jti", claims.getJWTID()),
                    claims.getExpirationTime().toInstant().plus(CLOCK_SKEW));
        } catch (ParseException malformed) {
            throw INVALID_GRANT.because("the assertion is no signed JWT, or its claims are malformed");
        } catch (UnreadableClientException unreadable) {
            throw INVALID_GRANT.because("the issuer's keys cannot be read: " + unreadable.reason());
        }
    }

    /**
     * The provider of the company that the assertion is for. Anybody may name any issuer as their company's, so that the
     * issuer says nothing about the company: {@code aud_tenant} does, or the client, if it is a company's own (§3.1, §6).
     */
    private IdentityProvider provider(Client client, JWTClaimsSet claims) throws ParseException {
        var tenant = Optional.ofNullable(claims.getStringClaim("tenant"));
        return Optional.ofNullable(claims.getStringClaim("aud_tenant"))
                .map(AssertionRules::company)
                .or(client::tenant)
                .flatMap(providers::of)
                .filter(found -> found.isNamed(claims.getIssuer(), tenant))
                .orElseThrow(
                        () -> INVALID_GRANT.because("of the assertion, no company is named that trusts its issuer"));
    }

    private static UUID company(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw INVALID_GRANT.because("of the assertion, aud_tenant is no id of ours");
        }
    }

    private static @Nullable String type(SignedJWT jwt) {
        return Optional.ofNullable(jwt.getHeader().getType())
                .map(JOSEObjectType::getType)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .orElse(null);
    }

    /** For us, for this client, and for our resource if it names one. */
    private void requireParties(Client client, IdentityProvider provider, JWTClaimsSet claims) throws ParseException {
        require(claims.getAudience().equals(List.of(installation.issuer().toString())), "aud is not our issuer alone");
        require(client.id().equals(claims.getStringClaim("client_id")), "client_id is another client");
        require(client.isOpenTo(provider.tenant().id()), "the client is another company's own");
        require(resources(claims).allMatch(installation::isResource), "resource is not ours");
    }

    private static Stream<String> resources(JWTClaimsSet claims) throws ParseException {
        var resource = claims.getClaim("resource");
        if (resource == null || resource instanceof String) {
            return Stream.ofNullable((String) resource);
        }
        return claims.getStringListClaim("resource").stream();
    }

    private static void requireTime(JWTClaimsSet claims, Instant now) {
        var expiry = instant(claims.getExpirationTime());
        require(
                expiry.filter(end -> end.plus(CLOCK_SKEW).isAfter(now)).isPresent(),
                "it is expired, or never would be");
        require(
                expiry.filter(end -> end.isBefore(now.plus(FARTHEST_EXPIRY).plus(CLOCK_SKEW)))
                        .isPresent(),
                "it expires too late");
        require(claims.getIssueTime() != null, "iat is missing");
        require(
                Stream.of(instant(claims.getIssueTime()), instant(claims.getNotBeforeTime()))
                        .flatMap(Optional::stream)
                        .noneMatch(time -> time.isAfter(now.plus(CLOCK_SKEW))),
                "it comes from the future");
    }

    /** An address names somebody only if the provider says that it verified it: with some, people write their own. */
    private static Optional<String> email(JWTClaimsSet claims) throws ParseException {
        return Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))
                ? Optional.ofNullable(claims.getStringClaim("email")).filter(AssertionRules::isPrintable)
                : Optional.empty();
    }

    private static Set<Scope> scopes(JWTClaimsSet claims) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim("scope"))
                .map(Scopes::parse)
                .orElse(Set.of());
    }

    private static Instant authenticatedAt(JWTClaimsSet claims) throws ParseException {
        return instant(claims.getDateClaim("auth_time"))
                .orElseGet(() -> claims.getIssueTime().toInstant());
    }

    private static String id(String claim, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID && isPrintable(text))
                .orElseThrow(() -> INVALID_GRANT.because("of the assertion, " + claim + " is missing, or no id"));
    }

    /** PostgreSQL stores no U+0000 and is not asked for one. */
    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static void require(boolean rule, String otherwise) {
        if (!rule) {
            throw INVALID_GRANT.because("of the assertion, " + otherwise);
        }
    }
}
