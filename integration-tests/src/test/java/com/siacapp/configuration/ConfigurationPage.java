package com.siacapp.configuration;

import com.siacapp.configuration.boundary.BusinessSettings;
import com.siacapp.configuration.boundary.EndpointConfiguration;
import com.siacapp.installation.entity.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operator's page of settings. Its words between the tables are written by hand; a table is made of the settings named
 * in the comment above it: <code>&lt;!-- SIAC_ISSUER SIAC_LIMIT_* --&gt;</code>.
 */
record ConfigurationPage(String text) {

    private static final Pattern TABLE = Pattern.compile("(?m)^<!-- ((?:SIAC_[A-Z_*]+ ?)+) -->\\n(?:\\|.*\\n)*");
    private static final String HEAD = "| Setting | Accepts | Default | What for |\n|---|---|---|---|\n";

    static List<Setting<?>> settings() {
        return Stream.of(BusinessSettings.ALL, EndpointConfiguration.SETTINGS)
                .flatMap(settings -> settings.all().stream())
                .toList();
    }

    /** The page with its tables made anew. */
    ConfigurationPage generated() {
        return new ConfigurationPage(TABLE.matcher(text).replaceAll(ConfigurationPage::table));
    }

    /** The keys that the comments name, in the order of the page. */
    List<String> named() {
        return TABLE.matcher(text)
                .results()
                .flatMap(found -> patterns(found).flatMap(ConfigurationPage::matching))
                .map(Setting::key)
                .toList();
    }

    private static String table(MatchResult found) {
        var rows = patterns(found).flatMap(ConfigurationPage::matching).map(ConfigurationPage::row);
        return Matcher.quoteReplacement(
                "<!-- " + found.group(1) + " -->\n" + HEAD + rows.collect(Collectors.joining()));
    }

    private static Stream<String> patterns(MatchResult found) {
        return Arrays.stream(found.group(1).strip().split(" ", -1));
    }

    private static Stream<Setting<?>> matching(String pattern) {
        return pattern.endsWith("*")
                ? settings().stream()
                        .filter(setting -> setting.key().startsWith(pattern.substring(0, pattern.length() - 1)))
                : Stream.of(byKey().get(pattern));
    }

    private static Map<String, Setting<?>> byKey() {
        return settings().stream().collect(Collectors.toMap(Setting::key, Function.identity()));
    }

    private static String row(Setting<?> setting) {
        var fallback = Optional.ofNullable(setting.fallback())
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .orElse("not set");
        return "| `%s` | %s | %s | %s |%n"
                .formatted(setting.key(), setting.accepts(), fallback, setting.purpose())
                .replace("%n", "\n");
    }
}
