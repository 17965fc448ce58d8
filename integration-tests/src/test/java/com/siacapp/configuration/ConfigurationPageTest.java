package com.siacapp.configuration;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.installation.entity.Setting;
import com.siacapp.limits.entity.Limit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says of every setting what the code says. */
class ConfigurationPageTest {

    private static final Path PROJECT = Path.of("..");

    private static final Pattern KEY = Pattern.compile("SIAC_[A-Z_]*[A-Z](?!\\w)");

    /** {@code | `SIAC_KEY` | what it accepts | `default` | what for |} */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(SIAC_\\w+)` \\| ([^|]+) \\| ([^|]*) \\| [^|]+\\. \\|$");

    /** The server's own, as its configuration reads them: <code>${env.SIAC_KEY:default}</code>. */
    private static final Pattern OF_THE_SERVER = Pattern.compile("\\$\\{env\\.(SIAC_\\w+):([^}]*)}");

    /** A key and what it is by default: as it is written, or nothing. */
    private record Entry(String key, String fallback) {}

    @Test
    void the_page_has_every_key_there_is_once_and_no_other() throws IOException {
        assertThat(rows().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(sources()
                        .flatMap(file -> matches(KEY, file))
                        .map(MatchResult::group)
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void the_page_says_what_each_setting_accepts_and_its_default() throws IOException {
        assertThat(settings()).hasSizeGreaterThan(Limit.values().length);
        assertThat(rows().map(row -> row.group(1) + ": " + row.group(2) + ", " + row.group(3)))
                .containsAll(settings()
                        .map(setting -> setting.key() + ": " + setting.accepts() + ", " + cell(setting.fallback()))
                        .toList());
    }

    @Test
    void the_page_says_the_defaults_of_the_server() throws IOException {
        var scripts = PROJECT.resolve("wildfly-config/src/main/cli/database.cli");
        assertThat(rows().map(row -> new Entry(row.group(1), row.group(3))))
                .containsAll(matches(OF_THE_SERVER, scripts)
                        .map(found -> new Entry(found.group(1), cell(found.group(2))))
                        .toList());
    }

    private static String cell(String fallback) {
        return Optional.ofNullable(fallback)
                .filter(text -> !text.isEmpty())
                .map(text -> "`" + text + "`")
                .orElse("not set");
    }

    private static Stream<Setting<?>> settings() {
        var constants = Stream.of("ejb-common", "auth-war", "mcp-war")
                .map(module -> PROJECT.resolve(module).resolve("target/classes"))
                .flatMap(folder -> new ClassFileImporter().importPath(folder).stream())
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Setting.class))
                .<Setting<?>>map(field -> value(field.reflect()));
        return Stream.concat(constants, Arrays.stream(Limit.values()).map(Limit::setting));
    }

    private static Setting<?> value(Field constant) {
        try {
            constant.setAccessible(true);
            return (Setting<?>) constant.get(null);
        } catch (IllegalAccessException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Stream<MatchResult> rows() {
        return matches(ROW, PROJECT.resolve("docs/configuration.md"));
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results();
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }

    /** What is compiled or configures the server, of every module. */
    private static Stream<Path> sources() throws IOException {
        try (var modules = Files.list(PROJECT)) {
            return modules
                    .map(module -> module.resolve("src/main"))
                    .filter(Files::isDirectory)
                    .flatMap(ConfigurationPageTest::sources)
                    .toList()
                    .stream();
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|cli|xml)")).toList().stream();
        } catch (IOException unreadable) {
            throw new AssertionError(folder.toString(), unreadable);
        }
    }
}
