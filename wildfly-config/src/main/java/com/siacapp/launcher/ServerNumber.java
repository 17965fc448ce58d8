package com.siacapp.launcher;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A number that the server's own configuration reads from the environment, before any code of the application could say
 * what is wrong with it. The bounds are those that the application declares, of which the launcher has nothing.
 */
record ServerNumber(String key, int fallback, int least, int most) {

    private static final ServerNumber POOL_MIN = new ServerNumber("SIAC_DB_POOL_MIN", 2, 0, 1000);
    private static final ServerNumber POOL_MAX = new ServerNumber("SIAC_DB_POOL_MAX", 20, 2, 1000);
    private static final ServerNumber SOCKET_TIMEOUT = new ServerNumber("SIAC_DB_SOCKET_TIMEOUT", 60, 0, 86_400);

    /** Refuses what the server cannot use, with a sentence for each reason. */
    static void requireGood(Map<String, String> environment) {
        var problems = Stream.of(POOL_MIN, POOL_MAX, SOCKET_TIMEOUT)
                .flatMap(number -> number.problem(environment).stream())
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw LaunchException.because(problems);
        }
        var min = POOL_MIN.value(environment);
        var max = POOL_MAX.value(environment);
        if (min > max) {
            throw LaunchException.because("%s takes no more than %s, which is %d, and is \"%d\"."
                    .formatted(POOL_MIN.key(), POOL_MAX.key(), max, min));
        }
    }

    private Optional<String> problem(Map<String, String> environment) {
        try {
            var value = value(environment);
            if (least <= value && value <= most) {
                return Optional.empty();
            }
        } catch (NumberFormatException noNumber) {
            // As wrong as one out of bounds.
        }
        return Optional.of("%s takes a whole number from %d to %d, and is \"%s\"."
                .formatted(key, least, most, environment.get(key)));
    }

    /** What is set to nothing, or with a space, is not unset for the server: it is no number. */
    private int value(Map<String, String> environment) {
        return Integer.parseInt(environment.getOrDefault(key, String.valueOf(fallback)));
    }
}
