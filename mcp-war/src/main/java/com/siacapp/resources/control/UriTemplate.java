package com.siacapp.resources.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.siacapp.protocol.entity.BrokenDeclaration;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A family of URIs: RFC 6570, level 1, read backwards. */
final class UriTemplate {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    /** What simple expansion leaves: nothing that ends a segment of a URI. */
    private static final String VALUE = "([^/?#]+)";

    private final List<String> variables = new ArrayList<>();
    private final Pattern uris;

    UriTemplate(String template) {
        var regex = new StringBuilder();
        var matcher = VARIABLE.matcher(template);
        var literal = 0;
        while (matcher.find()) {
            regex.append(quoted(template, literal, matcher.start())).append(VALUE);
            variables.add(matcher.group(1));
            literal = matcher.end();
        }
        regex.append(quoted(template, literal, template.length()));
        uris = Pattern.compile(regex.toString());
        if (variables.isEmpty() || new HashSet<>(variables).size() < variables.size()) {
            throw new BrokenDeclaration(
                    "The URI template %s must have variables, each of them once.".formatted(template));
        }
    }

    List<String> variables() {
        return variables;
    }

    /** The values of the variables, if the URI is of this family. */
    Optional<Map<String, String>> match(String uri) {
        var matcher = uris.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < variables.size(); i++) {
            var value = decoded(matcher.group(i + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.put(variables.get(i), value.get());
        }
        return Optional.of(values);
    }

    private static String quoted(String template, int from, int to) {
        var literal = template.substring(from, to);
        if (literal.contains("{") || literal.contains("}")) {
            throw new BrokenDeclaration("The URI template %s goes beyond level 1 of RFC 6570.".formatted(template));
        }
        return Pattern.quote(literal);
    }

    /** RFC 3986 §2.1; a plus sign is one, unlike in forms. No name of anything holds control characters. */
    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value.replace("+", "%2B"), UTF_8))
                    .filter(text -> text.chars().noneMatch(Character::isISOControl));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
