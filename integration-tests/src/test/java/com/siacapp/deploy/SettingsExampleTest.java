package com.siacapp.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code deploy/.env.example} says of every setting what {@code docs/configuration.md} says. */
class SettingsExampleTest {

    /** {@code | `SIAC_KEY` | what it accepts | `default` | what for. |} */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(SIAC_\\w+)` \\| ([^|]+) \\| ([^|]*) \\| ([^|]+\\.) \\|$");

    private static final Pattern OF_OPENTELEMETRY = Pattern.compile("`(OTEL_\\w+)`(?=.*\\|$)", Pattern.MULTILINE);
    private static final Pattern LINE = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=(.*)$");
    private static final Pattern TO_FILL_IN = Pattern.compile("(?m)^([A-Z][A-Z0-9_]+)=(.*)$");

    @Test
    void it_has_every_setting_with_what_it_is_for_what_it_accepts_and_its_default() throws IOException {
        var example = DeployFiles.text(".env.example");
        assertThat(rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            var explained = "# %s\n# Accepts %s.\n".formatted(row.group(4), row.group(2));
            var fallback =
                    row.group(3).equals("not set") ? "" : quoted(row.group(3).replace("`", ""));
            assertThat(example)
                    .as("add this:%n%n%s#%s=%s%n", explained, row.group(1), fallback)
                    .containsPattern(Pattern.quote(explained)
                            + "(# .*\n)?"
                            + "(#%1$s=%2$s|%1$s=)\n".formatted(row.group(1), Pattern.quote(fallback)));
        });
    }

    @Test
    void it_has_every_key_once_and_no_other() throws IOException {
        var ofThePage = Stream.concat(
                rows().map(row -> row.group(1)),
                OF_OPENTELEMETRY.matcher(page()).results().map(key -> key.group(1)));
        assertThat(keys())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(ofThePage, Stream.of("AUTH_HOST", "MCP_HOST", "ACME_EMAIL"))
                                .toList());
    }

    /** An example of a secret would be somebody's secret one day. */
    @Test
    void what_must_be_set_is_empty_so_that_nobody_can_forget_it() {
        assertThat(TO_FILL_IN.matcher(DeployFiles.text(".env.example")).results())
                .allSatisfy(line -> assertThat(line.group(2)).isEmpty())
                .extracting(line -> line.group(1))
                .containsExactly(
                        "AUTH_HOST",
                        "MCP_HOST",
                        "ACME_EMAIL",
                        "SIAC_ISSUER",
                        "SIAC_RESOURCE",
                        "SIAC_ENCRYPTION_KEY",
                        "SIAC_DB_PASSWORD");
    }

    private static String quoted(String value) {
        return value.contains(" ") ? "'" + value + "'" : value;
    }

    /** The keys of the example, set or commented out. */
    static Stream<String> keys() {
        return LINE.matcher(DeployFiles.text(".env.example")).results().map(line -> line.group(1));
    }

    private static Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(page()).results();
    }

    private static String page() throws IOException {
        return Files.readString(DeployFiles.PROJECT.resolve("docs/configuration.md"));
    }
}
