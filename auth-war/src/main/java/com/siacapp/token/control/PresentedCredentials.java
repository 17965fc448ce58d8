package com.siacapp.token.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;
import static com.siacapp.clients.entity.OAuthError.INVALID_REQUEST;

import com.nimbusds.jwt.SignedJWT;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientCredentials;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how a client presents itself: by one method and no more (OAuth 2.1 §2.4). */
public final class PresentedCredentials {

    /** The parameters by which a client authenticates in a body. */
    public static final Set<String> PARAMETERS = Set.of("client_secret", "client_assertion", "client_assertion_type");

    private static final String BASIC = "Basic ";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private PresentedCredentials() {}

    /** @throws com.siacapp.clients.entity.OAuthException invalid_request or invalid_client */
    public static ClientCredentials of(@Nullable String authorization, OAuthParameters parameters) {
        var methods = Stream.of(
                        Optional.ofNullable(authorization).map(PresentedCredentials::basic),
                        assertion(parameters),
                        secretInBody(parameters))
                .flatMap(Optional::stream)
                .toList();
        if (methods.size() > 1) {
            throw INVALID_REQUEST.because("the client authenticates by two methods");
        }
        var id = parameters.optional("client_id");
        if (methods.isEmpty()) {
            return ClientCredentials.publicClient(
                    id.orElseThrow(() -> INVALID_REQUEST.because("client_id is missing")));
        }
        if (id.filter(sent -> !sent.equals(methods.get(0).id())).isPresent()) {
            throw INVALID_REQUEST.because("client_id differs from the credentials");
        }
        return methods.get(0);
    }

    private static Optional<ClientCredentials> secretInBody(OAuthParameters parameters) {
        return parameters
                .optional("client_secret")
                .map(secret -> ClientCredentials.withSecret(
                        parameters.required("client_id"),
                        ClientAuthenticationMethod.CLIENT_SECRET_POST,
                        new Secret(secret)));
    }

    /** RFC 7523 §2.2; without client_id, the assertion's subject is the client, which the signature is yet to prove. */
    private static Optional<ClientCredentials> assertion(OAuthParameters parameters) {
        var assertion = parameters.optional("client_assertion");
        var type = parameters.optional("client_assertion_type");
        if (assertion.isEmpty() && type.isEmpty()) {
            return Optional.empty();
        }
        if (assertion.isEmpty() || !type.equals(Optional.of(JWT_BEARER))) {
            throw INVALID_REQUEST.because("client_assertion and its type do not belong together");
        }
        return assertion.map(jwt ->
                ClientCredentials.withAssertion(parameters.optional("client_id").orElseGet(() -> subject(jwt)), jwt));
    }

    private static String subject(String jwt) {
        try {
            return Optional.ofNullable(SignedJWT.parse(jwt).getJWTClaimsSet().getSubject())
                    .filter(subject -> subject.chars().noneMatch(Character::isISOControl))
                    .orElseThrow(() -> INVALID_CLIENT.because("the assertion has no subject that is an id"));
        } catch (ParseException malformed) {
            throw INVALID_CLIENT.because("the assertion is no signed JWT");
        }
    }

    private static ClientCredentials basic(String authorization) {
        return Optional.of(authorization)
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .flatMap(header -> pair(header.substring(BASIC.length()).strip()))
                .orElseThrow(() -> INVALID_CLIENT.because("the Authorization header is not Basic credentials"));
    }

    /** OAuth 2.1 §2.4.1: id and secret are form-encoded each, before they are joined by a colon. */
    private static Optional<ClientCredentials> pair(String base64) {
        try {
            var joined = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            return Optional.of(joined.split(":", 2))
                    .filter(pair -> pair.length == 2)
                    .map(pair -> new String[] {formDecoded(pair[0]), formDecoded(pair[1])})
                    // No id of ours holds any, and PostgreSQL stores no U+0000.
                    .filter(pair -> pair[0].chars().noneMatch(Character::isISOControl))
                    .map(pair -> ClientCredentials.withSecret(
                            pair[0], ClientAuthenticationMethod.CLIENT_SECRET_BASIC, new Secret(pair[1])));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String formDecoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
