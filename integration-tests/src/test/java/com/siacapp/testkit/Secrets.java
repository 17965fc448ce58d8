package com.siacapp.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every secret that passed through the kit and its scripts: what servers gave out and what they were started with, and
 * what people typed. They are kept in a file until all tests are over and the logs are looked at.
 */
public final class Secrets {

    /** How those begin that are logged on purpose, to show that the look at the logs finds them. */
    public static final String PLANTED = "planted-";

    /** What is shorter can stand anywhere by chance. */
    private static final int SHORTEST = 8;

    /** JSON may be a text within JSON. */
    private static final Pattern IN_JSON = Pattern.compile(
            "\"(?:access_token|refresh_token|id_token|client_secret|registration_access_token|device_code|user_code|code)"
                    + "\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\\\s]+)\\\\?\"");

    private static final Pattern IN_ADDRESSES = Pattern.compile("[?&;](?:code|key)=([^&\"\\s#<]+)");
    private static final Pattern IN_COOKIES = Pattern.compile("^[^=]+=\"?([^;\"\\s]+)");

    /** What the console shows once, with the warning that it does. */
    private static final Pattern IN_PAGES = Pattern.compile("<code>([^<\\s]+)</code></p>\\s*<p class=\"notice warn\">");

    private static final Pattern IN_SETTINGS = Pattern.compile("SIAC_(?:ENCRYPTION_KEY|\\w+_PASSWORD)");

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

    /** Notes the private part of a key. */
    public static ECKey seen(ECKey key) {
        seen(key.getD().toString());
        return key;
    }

    /** Notes what a server is started with. */
    public static void seenIn(Map<String, String> settings) {
        seen(settings.entrySet().stream()
                .filter(setting -> IN_SETTINGS.matcher(setting.getKey()).matches())
                .map(Map.Entry::getValue));
    }

    /** Notes what a program said. */
    public static void seenIn(String text) {
        seen(Stream.of(IN_JSON, IN_ADDRESSES, IN_PAGES)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group(1)));
    }

    /** Notes what programs left in a folder. */
    public static void seenIn(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                seenIn(new String(Files.readAllBytes(file), UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Answer seenIn(Answer answer) {
        var headers = answer.response().headers();
        seenIn(answer.body());
        headers.allValues("Location").forEach(Secrets::seenIn);
        seen(headers.allValues(McpConnection.SESSION_ID).stream());
        seen(headers.allValues("Set-Cookie").stream()
                .flatMap(cookie -> IN_COOKIES.matcher(cookie).results())
                .map(found -> found.group(1)));
        return answer;
    }

    /** What a script is told so that it notes here what it sees ({@code secrets.mjs}). */
    public static Map<String, String> forScripts() {
        return Map.of("SIAC_SECRETS_FILE", file().toString());
    }

    private static void seen(Stream<String> secrets) {
        var lines = secrets.filter(secret -> secret.length() >= SHORTEST)
                .map(secret -> secret + "\n")
                .collect(Collectors.joining());
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
