package com.siacapp.configuration.control;

import com.siacapp.installation.control.DatabaseSettings;
import com.siacapp.installation.control.InstallationSettings;
import com.siacapp.installation.entity.Mode;
import com.siacapp.installation.entity.Setting;
import com.siacapp.keys.control.KeySettings;
import com.siacapp.users.control.DemoSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What production does not take although its form is right; one method is one rule. */
public final class ProductionRules {

    private static final String HTTPS = "https://";
    private static final int SHORTEST_PASSWORD = 12;

    /** Of 32 random bytes as many are different, but for one draw in 10^15. */
    private static final int FEWEST_DIFFERENT_BYTES = 20;

    private ProductionRules() {}

    /** A sentence for each rule that is broken; none in development. */
    public static List<String> broken() {
        if (InstallationSettings.MODE.value() == Mode.DEVELOPMENT) {
            return List.of();
        }
        return Stream.of(
                        https(InstallationSettings.ISSUER),
                        https(InstallationSettings.RESOURCE),
                        httpsOrigins(),
                        randomKey(),
                        longPassword(),
                        noDemoPeople())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> https(Setting<?> address) {
        return Optional.of(address.value().toString())
                .filter(value -> !value.startsWith(HTTPS))
                .map(value ->
                        "%s must begin with https:// in production, and is \"%s\".".formatted(address.key(), value));
    }

    private static Optional<String> httpsOrigins() {
        return InstallationSettings.ALLOWED_ORIGINS.value().stream()
                .filter(origin -> !origin.startsWith(HTTPS))
                .findFirst()
                .map(origin -> "SIAC_ALLOWED_ORIGINS takes https origins only in production, and has \"%s\"."
                        .formatted(origin));
    }

    /** A passphrase in base64, or one byte again and again, is found by trying. */
    private static Optional<String> randomKey() {
        var key = KeySettings.ENCRYPTION_KEY.value().getEncoded();
        return when(
                different(key) < FEWEST_DIFFERENT_BYTES || isText(key),
                "SIAC_ENCRYPTION_KEY is no random key; production takes what \"openssl rand -base64 32\" prints.");
    }

    private static long different(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    private static boolean isText(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c >= ' ' && c < 127);
    }

    /** Whoever gives the server a datasource of their own need not set one. */
    private static Optional<String> longPassword() {
        return DatabaseSettings.PASSWORD
                .given()
                .flatMap(password -> when(
                        password.length() < SHORTEST_PASSWORD || password.contains(DatabaseSettings.USER.value()),
                        "SIAC_DB_PASSWORD is too easily guessed; production takes %d characters or more, without the user's name."
                                .formatted(SHORTEST_PASSWORD)));
    }

    private static Optional<String> noDemoPeople() {
        return Stream.of(DemoSettings.ADMIN_PASSWORD, DemoSettings.AUTHOR_PASSWORD, DemoSettings.VIEWER_PASSWORD)
                .filter(password -> password.given().isPresent())
                .findFirst()
                .map(password -> password.key() + " is set, but the demo company is for development only; remove it.");
    }

    private static Optional<String> when(boolean isBroken, String sentence) {
        return isBroken ? Optional.of(sentence) : Optional.empty();
    }
}
