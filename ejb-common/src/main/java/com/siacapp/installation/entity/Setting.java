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
 * One key of the operator's configuration: its name as an environment variable, what it accepts, its default.
 * A component declares its settings as constants, so that the code is their only list.
 *
 * @param accepts what a value must be, in words for the operator
 * @param fallback the value when the key is unset, as the operator would write it; null when there is none
 */
public record Setting<T>(
        String key, String accepts, @Nullable String fallback, Function<String, T> parser) {

    /** A span of time such as {@code PT10M}. */
    public static Setting<Duration> duration(String key, String fallback) {
        return new Setting<>(key, "an ISO 8601 duration such as PT10M", fallback, Setting::positive);
    }

    /** A span of time that may be none: {@code PT0S}. */
    public static Setting<Duration> durationOrZero(String key, String fallback) {
        return new Setting<>(key, "an ISO 8601 duration such as PT10M, or PT0S", fallback, Setting::notNegative);
    }

    /** The same, within bounds. */
    public static Setting<Duration> duration(String key, String fallback, Duration longest) {
        return new Setting<>(key, "an ISO 8601 duration of at most " + longest, fallback, value -> {
            var duration = positive(value);
            if (duration.compareTo(longest) > 0) {
                throw new IllegalArgumentException("too long");
            }
            return duration;
        });
    }

    /** An absolute address without query, fragment or trailing slash. */
    public static Setting<URI> address(String key, @Nullable String fallback) {
        return new Setting<>(
                key, "an absolute http or https URL without a trailing slash", fallback, Setting::httpAddress);
    }

    /** A number of things, at least one. */
    public static Setting<Integer> count(String key, String fallback, int most) {
        return new Setting<>(key, "a whole number from 1 to " + most, fallback, value -> {
            var count = Integer.parseInt(value);
            if (count < 1 || count > most) {
                throw new IllegalArgumentException("out of bounds");
            }
            return count;
        });
    }

    /** Any text; for secrets and names. */
    public static Setting<String> text(String key, @Nullable String fallback) {
        return new Setting<>(key, "a text", fallback, Function.identity());
    }

    /** Texts separated by commas. */
    public static Setting<Set<String>> texts(String key, String fallback) {
        return new Setting<>(
                key,
                "texts separated by commas",
                fallback,
                value -> listed(value).collect(Collectors.toUnmodifiableSet()));
    }

    /** Addresses and blocks of addresses separated by commas; none by default. */
    public static Setting<List<AddressBlock>> addressBlocks(String key) {
        return new Setting<>(
                key,
                "IP addresses or blocks such as 10.0.0.0/8, separated by commas",
                "",
                value -> listed(value).map(AddressBlock::parse).toList());
    }

    /** One of the constants of an enum, in either case. */
    public static <E extends Enum<E>> Setting<E> choice(String key, Class<E> type, String fallback) {
        var choices = Arrays.stream(type.getEnumConstants())
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Setting<>(
                key, "one of: " + choices, fallback, value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
    }

    /** The operator's value, else the default. */
    public T value() {
        return optional()
                .orElseThrow(() -> new InvalidSettingException(key + " is not set; it takes " + accepts + "."));
    }

    /** The operator's value or the default, where unset is a valid choice. */
    public Optional<T> optional() {
        return ConfigProvider.getConfig()
                .getOptionalValue(key, String.class)
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(fallback))
                .map(this::parse);
    }

    private T parse(String value) {
        try {
            return parser.apply(value.strip());
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            throw new InvalidSettingException(key + " takes " + accepts + ".", refused);
        }
    }

    private static Stream<String> listed(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(text -> !text.isEmpty());
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

    private static URI httpAddress(String value) {
        var address = URI.create(value);
        var isHttp = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!isHttp
                || address.getHost() == null
                || address.getFragment() != null
                || address.getQuery() != null
                || value.endsWith("/")) {
            throw new IllegalArgumentException("not an absolute http address");
        }
        return address;
    }
}
