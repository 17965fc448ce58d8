package com.siacapp.doctor.entity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An absolute http or https address, as it was written. */
public record WebAddress(URI uri) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");

    /** Of a text that is one: with a host, and without a user or a fragment. */
    public static Optional<WebAddress> of(String text) {
        try {
            return Optional.of(new URI(text.strip()))
                    .filter(uri ->
                            "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null && uri.getPort() <= 65_535)
                    .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null)
                    .map(WebAddress::new);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    public boolean isHttps() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Whether only programs on the same computer reach it (RFC 6761 §6.3, RFC 1122 §3.2.1.3). */
    public boolean isLoopback() {
        return LOOPBACK_NAMES.contains(host()) || host().matches("127(\\.[0-9]{1,3}){3}");
    }

    public String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    /** Scheme, host and port (RFC 6454 §4). */
    public String origin() {
        var isDefaultPort = uri.getPort() == -1 || uri.getPort() == (isHttps() ? 443 : 80);
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host() + (isDefaultPort ? "" : ":" + uri.getPort());
    }

    public boolean hasOriginOf(WebAddress other) {
        return origin().equals(other.origin());
    }

    /** The path as it was written. */
    public String path() {
        return uri.getRawPath() == null ? "" : uri.getRawPath();
    }

    /** Where the document of this name about this address is (RFC 8615 §3; RFC 8414 §3.1; RFC 9728 §3.1). */
    public WebAddress wellKnown(String document) {
        return new WebAddress(URI.create(origin() + "/.well-known/" + document + (path().equals("/") ? "" : path())));
    }

    public WebAddress at(String path) {
        return new WebAddress(URI.create(origin() + path));
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
