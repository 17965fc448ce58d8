package com.siacapp.pages.entity;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Path and query of a page on this server; both stay percent-encoded as they came. */
public record PageAddress(String path, String query) {

    /** The query parameter by which the language links ask for a language. */
    public static final String LANGUAGE = "lang";

    public PageAddress {
        // A link that starts with two slashes would leave for another host.
        path = path.replaceFirst("^[/\\\\]*", "/");
    }

    /** The address of this request, whatever host it was sent to. */
    public static PageAddress of(URI requested) {
        return new PageAddress(
                Optional.ofNullable(requested.getRawPath()).orElse("/"),
                Optional.ofNullable(requested.getRawQuery()).orElse(""));
    }

    /** The same page in another language. */
    public String in(String language) {
        var kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !parameter.equals(LANGUAGE) && !parameter.startsWith(LANGUAGE + "="));
        return path + "?"
                + Stream.concat(kept, Stream.of(LANGUAGE + "=" + language)).collect(Collectors.joining("&"));
    }
}
