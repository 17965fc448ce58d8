package com.siacapp.clients.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a document on another company's host: a client's id that is a URL, or where its keys are. Its host is a
 * domain name, so that a person can recognise it and no number leads into a network.
 */
public record DocumentUrl(String value) {

    private static final int LONGEST = 1000;
    private static final String SCHEME = "https://";

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** Whether a client id means to be such an address; ids that we give never do. */
    public static boolean isMeantBy(String clientId) {
        return clientId.startsWith(SCHEME);
    }

    /**
     * The address, if it is https and has a path without dot segments, no fragment and no user
     * (draft-ietf-oauth-client-id-metadata-document-02 §3). A query, which SHOULD NOT be there, is tolerated: ChatGPT
     * has used one.
     */
    public static Optional<DocumentUrl> parse(String text) {
        return Optional.of(text)
                .filter(url -> isMeantBy(url) && url.length() <= LONGEST)
                .filter(url -> url.chars().allMatch(c -> c > ' ' && c < 127))
                .filter(DocumentUrl::isAllowed)
                .map(DocumentUrl::new);
    }

    private static boolean isAllowed(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && uri.getHost().length() <= 253
                    && DOMAIN.matcher(uri.getHost()).matches()
                    && uri.getRawFragment() == null
                    && uri.getRawAuthority().equals(uri.getHost() + port(uri))
                    && uri.getPort() <= 65535
                    && uri.getPort() != 0
                    && uri.getRawPath().startsWith("/")
                    && Arrays.stream(uri.getRawPath().split("/")).noneMatch(DocumentUrl::isDots);
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }

    private static String port(URI uri) {
        return uri.getPort() < 0 ? "" : ":" + uri.getPort();
    }

    private static boolean isDots(String segment) {
        var decoded = segment.replaceAll("(?i)%2e", ".");
        return decoded.equals(".") || decoded.equals("..");
    }

    public URI uri() {
        return URI.create(value);
    }

    /** The host that answers for the document. */
    public String host() {
        return uri().getHost();
    }
}
