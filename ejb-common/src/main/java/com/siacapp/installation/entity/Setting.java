package com.siacapp.installation.entity;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * One key of the operator's configuration: its name as an environment variable, what it accepts, its default and what it
 * is for. A component declares its settings as constants of an interface, so that the code is their only list; the page for
 * operators is made of it.
 *
 * @param accepts what a value must be, in words for the operator
 * @param fallback the value when the key is unset, as the operator would write it; null when there is none
 * @param purpose a sentence or more for the operator
 * @param need whether there is no start without it
 * @param shown whether a wrong value may be told to whoever reads the log
 */
public record Setting<T>(
        String key,
        String accepts,
        @Nullable String fallback,
        String purpose,
        Need need,
        Visibility shown,
        Function<String, T> parser) {

    /** Whether a setting must be set. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** Whether a value may be shown. */
    public enum Visibility {
        SHOWN,
        SECRET
    }

    /** A setting that may be left unset, of which nothing is secret. */
    public Setting(String key, String accepts, @Nullable String fallback, String purpose, Function<String, T> parser) {
        this(key, accepts, fallback, purpose, Need.OPTIONAL, Visibility.SHOWN, parser);
    }

    /** The same, without which there is no start. */
    public Setting<T> required() {
        return new Setting<>(key, accepts, fallback, purpose, Need.REQUIRED, shown, parser);
    }

    /** The same, whose value nobody is shown. */
    public Setting<T> secret() {
        return new Setting<>(key, accepts, fallback, purpose, need, Visibility.SECRET, parser);
    }

    /** A span of time such as {@code PT10M}. */
    public static Setting<Duration> duration(String key, String fallback, String purpose) {
        return new Setting<>(key, "an ISO 8601 duration such as PT10M", fallback, purpose, Setting::positive);
    }

    /** A span of time that may be none: {@code PT0S}. */
    public static Setting<Duration> durationOrZero(String key, String fallback, String purpose) {
        return new Setting<>(
                key, "an ISO 8601 duration such as PT10M, or PT0S", fallback, purpose, Setting::notNegative);
    }

    /** The same, within bounds. */
    public static Setting<Duration> duration(String key, String fallback, Duration longest, String purpose) {
        return new Setting<>(key, "an ISO 8601 duration of at most " + longest, fallback, purpose, value -> {
            var duration = positive(value);
            if (duration.compareTo(longest) > 0) {
                throw new IllegalArgumentException("too long");
            }
            return duration;
        });
    }

    /** The address of something public of ours at this path, as clients compare it: byte for byte. */
    public static Setting<URI> address(String key, String path, String purpose) {
        return new Setting<>(
                key,
                "https://HOST%s or http://HOST%s, in lower case, without default port, trailing slash or more"
                        .formatted(path, path),
                null,
                purpose,
                value -> {
                    var address = CanonicalAddress.parse(value);
                    if (!address.getPath().equals(path)) {
                        throw new IllegalArgumentException("another path");
                    }
                    return address;
                });
    }

    /** Web origins separated by commas, as browsers write them; none by default. */
    public static Setting<Set<String>> origins(String key, String purpose) {
        return new Setting<>(
                key,
                "web origins such as https://app.example.com, separated by commas",
                "",
                purpose,
                value -> listed(value)
                        .map(CanonicalAddress::parse)
                        .map(CanonicalAddress::requireOrigin)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** A number of things. */
    public static Setting<Integer> count(String key, String fallback, int least, int most, String purpose) {
        return new Setting<>(key, "a whole number from " + least + " to " + most, fallback, purpose, value -> {
            var count = Integer.parseInt(value);
            if (count < least || count > most) {
                throw new IllegalArgumentException("out of bounds");
            }
            return count;
        });
    }

    /** Any text; for secrets and names. */
    public static Setting<String> text(String key, @Nullable String fallback, String purpose) {
        return new Setting<>(key, "a text", fallback, purpose, Function.identity());
    }

    /** Texts separated by commas. */
    public static Setting<Set<String>> texts(String key, String fallback, String purpose) {
        return new Setting<>(
                key,
                "texts separated by commas",
                fallback,
                purpose,
                value -> listed(value).collect(Collectors.toUnmodifiableSet()));
    }

    /** Addresses and blocks of addresses separated by commas; none by default. */
    public static Setting<List<AddressBlock>> addressBlocks(String key, String purpose) {
        return new Setting<>(
                key,
                "IP addresses or blocks such as 10.0.0.0/8, separated by commas",
                "",
                purpose,
                value -> listed(value).map(AddressBlock::parse).toList());
    }

    /** One of the constants of an enum, in either case. */
    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, String fallback, String purpose) {
        var choices = Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Setting<>(
                key,
                "one of: " + choices,
                fallback,
                purpose,
                value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
    }

    /** The operator's value, else the default. */
    public T value() {
        return optional()
                .orElseThrow(() -> new InvalidSettingException(key + " is not set; it takes " + accepts + "."));
    }

    /** The operator's value or the default, where unset is a valid choice. */
    public Optional<T> optional() {
        return given().or(() -> Optional.ofNullable(fallback)).map(this::parse);
    }

    /** What is wrong with the operator's value, in a sentence. */
    public Optional<String> problem() {
        try {
            if (optional().isEmpty() && need == Need.REQUIRED) {
                value();
            }
            return Optional.empty();
        } catch (InvalidSettingException wrong) {
            return Optional.ofNullable(wrong.getMessage());
        }
    }

    /** What the operator wrote, if anything. */
    public Optional<String> given() {
        return ConfigProvider.getConfig()
                .getOptionalValue(key, String.class)
                .filter(value -> !value.isBlank())
                .map(String::strip);
    }

    private T parse(String value) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            var got = shown == Visibility.SHOWN ? ", and is \"" + value + "\"." : "; its value is not shown here.";
            throw new InvalidSettingException(key + " takes " + accepts + got, refused);
        }
    }

    private static Stream<String> listed(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Duration positive(String value) {
        var duration = notNegative(value);
        if (duration.isZero()) {
            throw new IllegalArgumentException("not positive");
        }
        return duration;
    }

    private static Duration notNegative(String value) {
        var duration = Duration.parse(value);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return duration;
    }
}
