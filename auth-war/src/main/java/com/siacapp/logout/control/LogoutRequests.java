package com.siacapp.logout.control;

import com.siacapp.clients.boundary.ClientRegistration;
import com.siacapp.clients.entity.Client;
import com.siacapp.clients.entity.OAuthException;
import com.siacapp.grants.boundary.IdTokens;
import com.siacapp.grants.entity.IdTokenHint;
import com.siacapp.http.entity.OAuthParameters;
import com.siacapp.http.entity.UnredirectableException;
import com.siacapp.pages.entity.ErrorPage.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads what a client asks for when it asks for a logout (OpenID Connect RP-Initiated Logout §2, §3). */
@ApplicationScoped
public class LogoutRequests {

    private static final String HINT = "id_token_hint";

    @Inject
    ClientRegistration clients;

    @Inject
    IdTokens idTokens;

    /** @throws UnredirectableException when the request contradicts itself or wants to go where it may not */
    public LogoutRequest of(OAuthParameters parameters) {
        try {
            var client = clientId(parameters).flatMap(clients::find);
            var destination = parameters
                    .optional("post_logout_redirect_uri")
                    .map(uri -> destination(client, uri, parameters.optional("state")));
            return new LogoutRequest(client, destination, parameters.optional("ui_locales"));
        } catch (OAuthException malformed) {
            throw new UnredirectableException(Problem.BAD_REQUEST, malformed.reason());
        }
    }

    /**
     * What was posted, as it may come into an address: in the place of an ID token, the client it names.
     *
     * @throws UnredirectableException when the request contradicts itself
     */
    public OAuthParameters forAddress(OAuthParameters posted) {
        try {
            var bare = posted.without(Set.of(HINT));
            return clientId(posted)
                    .map(client -> bare.with("client_id", client))
                    .orElse(bare);
        } catch (OAuthException malformed) {
            throw new UnredirectableException(Problem.BAD_REQUEST, malformed.reason());
        }
    }

    private Optional<String> clientId(OAuthParameters parameters) {
        var hinted = parameters.optional(HINT).flatMap(idTokens::read).map(IdTokenHint::clientId);
        var named = parameters.optional("client_id");
        if (hinted.isPresent() && named.isPresent() && !hinted.equals(named)) {
            throw new UnredirectableException(Problem.BAD_REQUEST, "client_id is not the ID token's audience");
        }
        return named.or(() -> hinted);
    }

    private static URI destination(Optional<Client> client, String asked, Optional<String> state) {
        var isRegistered = client.stream()
                .flatMap(known -> known.metadata().postLogoutRedirectUris().stream())
                .anyMatch(uri -> uri.value().equals(asked));
        if (!isRegistered) {
            throw new UnredirectableException(Problem.BAD_REDIRECT, "post_logout_redirect_uri is not registered");
        }
        var separator = asked.contains("?") ? "&" : "?";
        return URI.create(asked
                + state.map(value -> separator + "state=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .orElse(""));
    }

    /** A client's wish that the person be signed out here, and where it wants them afterwards. */
    public record LogoutRequest(Optional<Client> client, Optional<URI> destination, Optional<String> uiLocales) {}
}
