package com.siacapp.doctor.boundary;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request or an answer on its way through the proxy; the status of a request means nothing. */
record Passing(int status, String path, Map<String, String> headers, String body) {

    /** Header names in lower case. */
    static Map<String, String> headers(Map<String, ? extends Iterable<String>> given) {
        return given.entrySet().stream()
                .filter(header -> header.getKey() != null)
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().iterator().next(),
                        (first, second) -> first));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    Passing withStatus(int changed) {
        return new Passing(changed, path, headers, body);
    }

    Passing withPath(String changed) {
        return new Passing(status, changed, headers, body);
    }

    Passing withBody(String changed) {
        return new Passing(status, path, headers, changed);
    }

    Passing with(String header, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(header.toLowerCase(Locale.ROOT), value);
        return new Passing(status, path, changed, body);
    }

    Passing without(String header) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(header.toLowerCase(Locale.ROOT));
        return new Passing(status, path, changed, body);
    }

    /** A text wherever it stands, in the headers and the body. */
    Passing replacing(String text, String other) {
        var changed = new LinkedHashMap<>(headers);
        changed.replaceAll((name, value) -> value.replace(text, other));
        return new Passing(status, path.replace(text, other), changed, body.replace(text, other));
    }
}
