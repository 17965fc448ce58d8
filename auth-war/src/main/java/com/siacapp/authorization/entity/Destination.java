package com.siacapp.authorization.entity;

import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.OAuthError;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.keys.entity.Secret;
import com.siacapp.pages.entity.ErrorPage.Problem;
import com.siacapp.users.entity.SignedInUser;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an authorization request is answered: an address the client registered, so that it may be redirected to.
 *
 * @param uiLocales the languages the client asks for (OpenID Connect Core §3.1.2.1)
 */
public record Destination(
        Client client, String redirectUri, Optional<String> state, Optional<String> uiLocales, URI issuer) {

    /**
     * Whether a browser may be sent there without the person being asked: an administrator vouches for the client, to the
     * people of that company alone.
     */
    public boolean isTrustedBy(Optional<SignedInUser> person) {
        return person.map(SignedInUser::tenant)
                .filter(company -> client.tenant().equals(Optional.of(company)))
                .isPresent();
    }

    /**
     * A client that an administrator made is for the people of that company alone; to others it does not exist.
     *
     * @throws UnredirectableException for a person of another company
     */
    public void requireOpenTo(UUID company) {
        if (!client.isOpenTo(company)) {
            throw new UnredirectableException(Problem.UNKNOWN_CLIENT, "the client is another company's own");
        }
    }

    /** OAuth 2.1 §4.1.2. */
    public URI success(Secret code) {
        return answer("code=" + encoded(code.value()));
    }

    /** OAuth 2.1 §4.1.2.1. */
    public URI failure(OAuthError error) {
        return answer("error=" + error.wireName() + "&error_description=" + encoded(error.description()));
    }

    /** The state exactly as it came, and RFC 9207's {@code iss} in every answer. */
    private URI answer(String parameters) {
        var separator = redirectUri.contains("?") ? "&" : "?";
        return URI.create(redirectUri + separator + parameters
                + state.map(value -> "&state=" + encoded(value)).orElse("")
                + "&iss=" + encoded(issuer.toString()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
