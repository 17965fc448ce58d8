package com.siacapp.configuration;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.installation.entity.Setting;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} is made of the code. With {@code -Dsiac.docs.write} this test writes it. */
class ConfigurationPageTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path PAGE = PROJECT.resolve("docs/configuration.md");

    private static final Pattern KEY = Pattern.compile("SIAC_[A-Z_]*[A-Z](?!\\w)");

    /** The server's own, as its configuration reads them: <code>${env.SIAC_KEY:default}</code>. */
    private static final Pattern OF_THE_SERVER = Pattern.compile("\\$\\{env\\.(SIAC_\\w+):([^}]*)}");

    @Test
    void the_tables_of_the_page_are_made_of_the_settings() throws IOException {
        var page = new ConfigurationPage(Files.readString(PAGE));
        if (System.getProperty("siac.docs.write") != null) {
            Files.writeString(PAGE, page.generated().text());
        } else {
            assertThat(page).as("make it anew with -Dsiac.docs.write").isEqualTo(page.generated());
        }
    }

    @Test
    void the_page_has_every_setting_once() throws IOException {
        assertThat(new ConfigurationPage(Files.readString(PAGE)).named())
                .containsExactlyInAnyOrderElementsOf(
                        ConfigurationPage.settings().stream().map(Setting::key).toList());
    }

    @Test
    void every_key_in_the_sources_is_a_setting_that_is_looked_at_when_the_server_starts() throws IOException {
        assertThat(ConfigurationPage.settings().stream().map(Setting::key))
                .containsExactlyInAnyOrderElementsOf(sources()
                        .flatMap(file -> matches(KEY, file))
                        .map(MatchResult::group)
                        .collect(toCollection(TreeSet::new)));
    }

    /** Then the page has them, and nobody reads one that nobody looked at. */
    @Test
    void every_setting_is_a_constant_of_an_interface_named_for_it() {
        assertThat(Stream.of("ejb-common", "auth-war", "mcp-war")
                        .map(module -> PROJECT.resolve(module).resolve("target/classes"))
                        .flatMap(folder -> new ClassFileImporter().importPath(folder).stream())
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(Setting.class))
                        .filter(field -> !field.getOwner().getSimpleName().endsWith("Settings"))
                        .map(field -> field.getOwner().getSimpleName()))
                .isEmpty();
    }

    @Test
    void the_server_has_the_same_defaults() {
        var defaults = matches(OF_THE_SERVER, PROJECT.resolve("wildfly-config/src/main/cli/database.cli"))
                .map(found -> found.group(1) + " = " + found.group(2))
                .distinct()
                // The server takes no empty one.
                .filter(entry -> !entry.equals("SIAC_DB_PASSWORD = none"))
                .toList();
        assertThat(defaults).isNotEmpty();
        assertThat(ConfigurationPage.settings().stream()
                        .map(setting -> setting.key() + " = " + (setting.fallback() == null ? "" : setting.fallback())))
                .containsAll(defaults);
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
