package com.siacapp.doctor.control;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Bearer challenge among those of an answer (RFC 9110 §11.6.1, RFC 6750 §3).
 *
 * @param text from the word Bearer on
 */
record ReceivedChallenge(String text) {

    private static final Pattern BEARER = Pattern.compile("(?i)(?:^|,)\\s*(Bearer(?:\\s.*)?)$", Pattern.DOTALL);

    static Optional<ReceivedChallenge> among(List<String> headers) {
        return headers.stream()
                .map(header -> BEARER.matcher(header.strip()))
                .filter(matcher -> matcher.find())
                .map(matcher -> new ReceivedChallenge(matcher.group(1)))
                .findFirst();
    }

    Optional<String> parameter(String name) {
        var matcher = Pattern.compile("(?i)[\\s,]" + name + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))")
                .matcher(text);
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }
}
