package com.siacapp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every secret that passed through the kit: what the server gave out, and what people typed. They are kept in a file until
 * all tests are over and the logs are looked at.
 */
public final class Secrets {

    /** How those begin that are logged on purpose, to show that the look at the logs finds them. */
    public static final String PLANTED = "planted-";

    private static final Pattern IN_JSON = Pattern.compile(
            "\"(?:access_token|refresh_token|id_token|client_secret|registration_access_token|device_code|user_code|code)\""
                    + "\\s*:\\s*\"([^\"]{8,})\"");

    private static final Pattern IN_ADDRESSES = Pattern.compile("[?&;](?:code|key)=([^&\"\\s#<]{8,})");
    private static final Pattern IN_COOKIES = Pattern.compile("^[^=]+=\"?([^;\"]{8,})");

    private Secrets() {}

    /** All so far, of this build and of those before it since the folder was cleaned. */
    public static Set<String> all() {
        try (var lines = Files.lines(file())) {
            return lines.collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Notes a secret. */
    public static String seen(String secret) {
        seen(Stream.of(secret));
        return secret;
    }

    static Answer seenIn(Answer answer) {
        var headers = answer.response().headers();
        seen(Stream.of(
                        IN_JSON.matcher(answer.body()).results(),
                        IN_ADDRESSES.matcher(answer.body()).results(),
                        headers.allValues("Location").stream()
                                .flatMap(to -> IN_ADDRESSES.matcher(to).results()),
                        headers.allValues("Set-Cookie").stream()
                                .flatMap(set -> IN_COOKIES.matcher(set).results()))
                .flatMap(found -> found)
                .map(found -> found.group(1)));
        return answer;
    }

    private static void seen(Stream<String> secrets) {
        var lines = secrets.map(secret -> secret + "\n").collect(Collectors.joining());
        if (!lines.isEmpty()) {
            try {
                Files.writeString(file(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }
    }

    private static Path file() {
        return Path.of(System.getProperty("siac.work"), "secrets.txt");
    }
}
