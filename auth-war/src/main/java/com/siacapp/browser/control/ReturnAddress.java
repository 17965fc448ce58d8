package com.siacapp.browser.control;

import com.siacapp.http.entity.OAuthParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes after signing in: back to an authorization request on this server, and nowhere else. Anything
 * else in the parameter is ignored, so that the sign-in page redirects to no stranger.
 */
public record ReturnAddress(String pathAndQuery) {

    public static final String PARAMETER = "return_to";

    private static final String AUTHORIZE = "/oauth/authorize?";

    public static Optional<ReturnAddress> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> given.startsWith(AUTHORIZE))
                .filter(ReturnAddress::isUri)
                .map(ReturnAddress::new);
    }

    public URI uri() {
        return URI.create(pathAndQuery);
    }

    /** The parameters of the authorization request that waits. */
    public OAuthParameters parameters() {
        return OAuthParameters.parse(pathAndQuery.substring(AUTHORIZE.length()));
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
