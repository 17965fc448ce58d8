package com.siacapp.browser.control;

import com.siacapp.http.entity.OAuthParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person goes after signing in: back to an authorization request, the code of a device or a page of the console on this server, and
 * nowhere else. Anything else in the parameter is ignored, so that the sign-in page redirects to no stranger.
 */
public record ReturnAddress(String pathAndQuery) {

    public static final String PARAMETER = "return_to";

    /** What follows the path may be any query. */
    private static final Pattern OURS =
            Pattern.compile("/oauth/authorize\\?.*|/device(\\?.*)?|/(account|admin)(/[A-Za-z0-9_-]+)*(\\?.*)?");

    public static Optional<ReturnAddress> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(OURS.asMatchPredicate())
                .filter(ReturnAddress::isUri)
                .map(ReturnAddress::new);
    }

    public URI uri() {
        return URI.create(pathAndQuery);
    }

    /** Whether an app waits for the sign-in, and no page of ours. */
    public boolean isForAnApp() {
        return pathAndQuery.startsWith("/oauth/authorize?");
    }

    /** The parameters of the request that waits. */
    public OAuthParameters parameters() {
        return OAuthParameters.parse(pathAndQuery.substring(pathAndQuery.indexOf('?') + 1));
    }

    private static boolean isUri(String text) {
        try {
            return !new URI(text).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
