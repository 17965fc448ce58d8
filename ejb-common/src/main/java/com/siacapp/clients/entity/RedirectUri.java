package com.siacapp.clients.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An address a client may be sent back to, as it was written, and the rules for comparing and allowing it. */
public record RedirectUri(String value) {

    private static final int LONGEST = 2000;

    /** Schemes a browser interprets itself: a redirect there would run script or read files in somebody's name. */
    private static final Set<String> BROWSER_SCHEMES = Set.of(
            "about",
            "blob",
            "chrome",
            "data",
            "file",
            "filesystem",
            "ftp",
            "javascript",
            "jar",
            "mailto",
            "tel",
            "vbscript",
            "view-source",
            "ws",
            "wss");

    private static final Set<String> LOOPBACK_HOSTS = Set.of("127.0.0.1", "[::1]", "localhost");

    /**
     * The redirect URI, if a client of this type may register it: https, or http on this computer, or an app's own
     * scheme (OAuth 2.1 §2.3.1, §8.4; OpenID Connect Registration §2).
     */
    public static Optional<RedirectUri> registrable(String value, Optional<ApplicationType> type) {
        return Optional.of(value)
                .filter(text -> text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 127))
                .flatMap(RedirectUri::parse)
                .filter(uri -> uri.isAbsolute() && uri.getRawFragment() == null && uri.getRawUserInfo() == null)
                .filter(uri -> isAllowed(uri, type))
                .map(uri -> new RedirectUri(value));
    }

    private static boolean isAllowed(URI uri, Optional<ApplicationType> type) {
        var isWeb = type.filter(ApplicationType.WEB::equals).isPresent();
        return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> uri.getHost() != null && !(isWeb && LOOPBACK_HOSTS.contains(uri.getHost()));
            case "http" -> uri.getHost() != null && isLoopback(uri) && !isWeb;
            default -> !isWeb && !BROWSER_SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        };
    }

    /**
     * Whether a request may be answered at {@code requested}: the same string, or on this computer the same but for the
     * port (OAuth 2.1 §4.1.1, §8.4.2; RFC 8252 §7.3).
     */
    public boolean matches(String requested) {
        return value.equals(requested) || (isLoopback() && differsInPortOnly(requested));
    }

    private boolean differsInPortOnly(String requested) {
        var ours = URI.create(value);
        return parse(requested)
                .filter(theirs -> theirs.getRawFragment() == null && theirs.getRawUserInfo() == null)
                .filter(theirs -> theirs.getHost() != null)
                .filter(theirs -> withoutPort(ours, value).equals(withoutPort(theirs, requested)))
                .isPresent();
    }

    /** The string with the port cut out, so that everything else is compared as it was written. */
    private static String withoutPort(URI uri, String text) {
        var authority = String.valueOf(uri.getRawAuthority());
        return text.replaceFirst(Pattern.quote("//" + authority), "//" + uri.getHost());
    }

    /** Whether the address is on the person's own computer. */
    public boolean isLoopback() {
        return parse(value).filter(RedirectUri::isLoopback).isPresent();
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && "http".equals(uri.getScheme()) && LOOPBACK_HOSTS.contains(uri.getHost());
    }

    /** What a person recognises: the host, or the app's scheme where there is none. */
    public String host() {
        return parse(value)
                .map(uri -> uri.getHost() == null ? uri.getScheme() + ":" : uri.getHost())
                .orElse(value);
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }
}
