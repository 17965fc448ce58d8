package com.siacapp.token.control;

import static com.siacapp.clients.entity.OAuthError.INVALID_CLIENT;
import static com.siacapp.clients.entity.OAuthError.INVALID_REQUEST;

import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientCredentials;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.keys.entity.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a client presents itself: by one method and no more (OAuth 2.1 §2.4). */
public final class PresentedCredentials {

    /** The parameters by which a client authenticates in a body. */
    public static final Set<String> PARAMETERS = Set.of("client_secret", "client_assertion", "client_assertion_type");

    private static final String BASIC = "Basic ";

    private PresentedCredentials() {}

    /** @throws com.siacapp.clients.entity.OAuthException invalid_request or invalid_client */
    public static ClientCredentials of(@Nullable String authorization, OAuthParameters parameters) {
        var id = parameters.optional("client_id");
        var secret = parameters.optional("client_secret").map(Secret::new);
        if (authorization == null) {
            var clientId = id.orElseThrow(() -> INVALID_REQUEST.because("client_id is missing"));
            return secret.map(presented -> ClientCredentials.withSecret(
                            clientId, ClientAuthenticationMethod.CLIENT_SECRET_POST, presented))
                    .orElseGet(() -> ClientCredentials.publicClient(clientId));
        }
        var credentials = basic(authorization);
        if (secret.isPresent()) {
            throw INVALID_REQUEST.because("the client authenticates by two methods");
        }
        if (id.filter(sent -> !sent.equals(credentials.id())).isPresent()) {
            throw INVALID_REQUEST.because("client_id differs from the Authorization header");
        }
        return credentials;
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
            var pair = joined.split(":", 2);
            return pair.length < 2
                    ? Optional.empty()
                    : Optional.of(ClientCredentials.withSecret(
                            formDecoded(pair[0]),
                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                            new Secret(formDecoded(pair[1]))));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String formDecoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
