package com.siacapp.installation.entity;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Web addresses in the one form that is left when everything that may be written in several ways is normalized: clients
 * compare them byte for byte (RFC 3986 §6.2, RFC 8414 §3.3, RFC 9728 §3.3).
 */
final class CanonicalAddress {

    private static final Pattern FORM = Pattern.compile(
            "https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::[1-9][0-9]{0,4})?(?:/[A-Za-z0-9._~-]+)*");

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    private CanonicalAddress() {}

    /** @throws IllegalArgumentException if it is no address or may be written otherwise */
    static URI parse(String text) {
        var address = URI.create(text);
        if (!FORM.matcher(text).matches()
                || address.getHost() == null
                || address.getPort() == DEFAULT_PORTS.getOrDefault(address.getScheme(), -1)
                || !address.normalize().equals(address)) {
            throw new IllegalArgumentException("not canonical");
        }
        return address;
    }

    /** The address as browsers write an origin (RFC 6454 §6.2). */
    static String requireOrigin(URI address) {
        if (!address.getPath().isEmpty()) {
            throw new IllegalArgumentException("an origin has no path");
        }
        return address.toString();
    }
}
