package com.siacapp.clients.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A document and how long it may be kept: as its host says, within our own bounds. */
record Fetched(String body, Duration lifetime) {

    /** What every page view would fetch again is a lever for an attacker. */
    static final Duration SHORTEST = Duration.ofMinutes(5);

    /** A key or redirect address that was taken back must not live on. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** RFC 9111 §5.1, §5.2.2. */
    static Fetched of(String body, Optional<String> cacheControl, Optional<String> age) {
        var directives = Arrays.stream(
                        cacheControl.orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .toList();
        if (directives.contains("no-store") || directives.contains("no-cache")) {
            return new Fetched(body, SHORTEST);
        }
        var seconds = directives.stream()
                .filter(directive -> directive.startsWith("max-age="))
                .map(directive -> seconds(directive.substring("max-age=".length())))
                .findFirst()
                .orElse(0L);
        return new Fetched(body, bounded(seconds - age.map(Fetched::seconds).orElse(0L)));
    }

    private static long seconds(String digits) {
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }

    private static Duration bounded(long seconds) {
        return Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), Math.min(seconds, LONGEST.toSeconds())));
    }
}
