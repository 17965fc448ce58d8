package com.siacapp.browser.control;

import com.siacapp.clients.entity.OAuthException;
import com.siacapp.http.entity.OAuthParameters;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes after signing in: back to an authorization request or a page of the console on this server, and
 * nowhere else. Anything else in the parameter is ignored, so that the sign-in page redirects to no stranger.
 */
public record ReturnAddress(String pathAndQuery) {

    public static final String PARAMETER = "return_to";

    /** What follows the path may be any query. */
    private static final Pattern OURS =
            Pattern.compile("/oauth/authorize\\?.*|/(account|admin)(/[A-Za-z0-9_-]+)*(\\?.*)?");

    public static Optional<ReturnAddress> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(OURS.asMatchPredicate())
                .filter(ReturnAddress::isUri)
                .map(ReturnAddress::new);
    }

    public URI uri() {
        return URI.create(pathAndQuery);
    }

    /** The parameters of the request that waits. */
    public OAuthParameters parameters() {
        var values = new MultivaluedHashMap<String, String>();
        var query = pathAndQuery.substring(pathAndQuery.indexOf('?') + 1);
        Arrays.stream(query.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(pair -> values.add(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : ""));
        return new OAuthParameters(values);
    }

    /** Who the client expects to sign in (OpenID Connect Core §3.1.2.1); a malformed hint is no hint. */
    public Optional<String> loginHint() {
        try {
            return parameters().optional("login_hint");
        } catch (OAuthException malformed) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
