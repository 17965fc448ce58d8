package com.siacapp.http.entity;

import static com.siacapp.clients.entity.OAuthError.INVALID_REQUEST;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of one OAuth request. An empty value counts as absent, a repeated parameter is an error (OAuth 2.1 §3.1,
 * §3.2), unknown ones are ignored.
 */
public record OAuthParameters(MultivaluedMap<String, String> values) {

    private static final int LONGEST = 4096;

    /** Parameters in the form encoding, as a query or a body holds them. */
    public static OAuthParameters parse(String encoded) {
        var values = new MultivaluedHashMap<String, String>();
        Arrays.stream(encoded.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(pair -> values.add(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : ""));
        return new OAuthParameters(values);
    }

    /** The form encoding, in the order of the names, so that the same parameters are always the same text. */
    public String encoded() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** The same with this value of a parameter and no other. */
    public OAuthParameters with(String name, String value) {
        var changed = new MultivaluedHashMap<>(values);
        changed.putSingle(name, value);
        return new OAuthParameters(changed);
    }

    public OAuthParameters without(Set<String> names) {
        var kept = new MultivaluedHashMap<>(values);
        kept.keySet().removeAll(names);
        return new OAuthParameters(kept);
    }

    /** @throws com.siacapp.clients.entity.OAuthException invalid_request when repeated or oversized */
    public Optional<String> optional(String name) {
        var given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw INVALID_REQUEST.because(name + " is repeated");
        }
        return given.stream().filter(value -> !value.isEmpty()).findFirst().map(value -> bounded(name, value));
    }

    /** @throws com.siacapp.clients.entity.OAuthException invalid_request when absent, repeated or oversized */
    public String required(String name) {
        return optional(name).orElseThrow(() -> INVALID_REQUEST.because(name + " is missing"));
    }

    /** The one parameter that may repeat: {@code resource} (RFC 8707 §2). */
    public Set<String> resources() {
        var given = new LinkedHashSet<String>();
        values.getOrDefault("resource", List.of()).stream()
                .filter(value -> !value.isEmpty())
                .map(value -> bounded("resource", value))
                .forEach(given::add);
        return given;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String bounded(String name, String value) {
        if (value.length() > LONGEST) {
            throw INVALID_REQUEST.because(name + " is longer than " + LONGEST + " characters");
        }
        // Nothing of ours holds any, and PostgreSQL stores no U+0000.
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw INVALID_REQUEST.because(name + " holds control characters");
        }
        return value;
    }
}
