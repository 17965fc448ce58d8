package com.siacapp.guides;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read is whole: both languages say the same, links lead somewhere, what is named exists. */
class GuidesTest {

    /** What a block may be written in; each has a test. */
    private static final Set<String> LANGUAGES = Set.of("sh", "sql", "json", "java", "mermaid", "text");

    /** All that no test runs, and these reasons alone are good ones. */
    private static final Set<String> REASONS = Set.of(
            "a build within the build",
            "it is this build",
            "needs Claude Code",
            "needs a container engine",
            "needs a key of yours",
            "needs a running WildFly of yours",
            "needs a running WildFly of yours that nobody calls otherwise",
            "needs root and systemd",
            "stays in the foreground; ProductionIT starts it with a certificate",
            "stays in the foreground; ServeCommandIT and ProductionIT start it",
            "stays open, in a browser",
            "takes minutes; DoctorCommandIT runs the same program",
            "takes minutes; mvn verify -Preadme runs it",
            "takes minutes; mvn verify -Preadme runs mvn -Prun package",
            "there is no /opt/siac here",
            "works once; the tests made theirs");

    private static final Pattern SETTING = Pattern.compile("(SIAC_[A-Z_]*[A-Z])");
    private static final Pattern QUOTE = Pattern.compile("[“«]([^”»]+)[”»]");

    static List<Page> guides() {
        return Page.guides();
    }

    static Stream<Page> all() {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("guides")
    void both_languages_have_the_same_code(Page guide) {
        assertThat(guide.inSpanish().blocks().stream().map(Block::nowhere))
                .containsExactlyElementsOf(
                        guide.blocks().stream().map(Block::nowhere).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_link_leads_to_a_page_and_to_a_heading_of_it(Page page) {
        assertThat(page.links()).allSatisfy(link -> {
            var parts = link.split("#", 2);
            var target = parts[0].isEmpty()
                    ? page.file()
                    : page.file().resolveSibling(parts[0]).normalize();
            assertThat(target).exists();
            if (parts.length == 2) {
                assertThat(Page.of(target).anchors()).contains(parts[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void a_guide_leads_to_its_other_language_and_to_guides_in_its_own(Page guide) {
        var spanish = guide.inSpanish();

        assertThat(guide.links()).contains(spanish.file().getFileName().toString());
        assertThat(spanish.links()).contains(guide.file().getFileName().toString());
        assertThat(guide.links())
                .noneMatch(link -> link.contains(".es.md") && !spanish.name().endsWith(link));
        assertThat(spanish.links())
                .filteredOn(link -> link.endsWith(".md") && !link.contains("/") && !link.endsWith(".es.md"))
                .filteredOn(link -> Files.exists(spanish.file().resolveSibling(link.replace(".md", ".es.md"))))
                .containsOnly(guide.file().getFileName().toString());
    }

    @Test
    void the_index_has_every_guide() {
        var index = Page.of(Page.GUIDES.resolve("README.md"));

        assertThat(index.links()).containsAll(names(index));
        assertThat(index.inSpanish().links())
                .containsAll(names(index).stream()
                        .map(name -> name.replace(".md", ".es.md"))
                        .toList());
    }

    private static List<String> names(Page index) {
        return Page.guides().stream()
                .map(Page::file)
                .filter(file -> file.startsWith(Page.GUIDES) && !file.equals(index.file()))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    @Test
    void every_block_is_of_a_kind_that_a_test_looks_at() {
        assertThat(blocks())
                .allSatisfy(block -> assertThat(LANGUAGES).as(block.where()).contains(block.language()));
    }

    @Test
    void what_no_test_runs_has_a_good_reason() {
        var unused = blocks().map(Block::notRunBecause).collect(Collectors.toSet());
        unused.remove("");

        assertThat(unused).isEqualTo(REASONS);
        assertThat(blocks().filter(block -> !block.isRun()))
                .as("most of it is run")
                .hasSizeLessThan((int) blocks().count() / 2);
    }

    @Test
    void json_is_what_a_client_is_configured_with() throws IOException {
        var json = blocks().filter(block -> block.language().equals("json")).toList();

        assertThat(json).isNotEmpty();
        for (var block : json) {
            assertThat(new ObjectMapper().readValue(block.text(), Object.class))
                    .as(block.where())
                    .isEqualTo(Map.of(
                            "servers", Map.of("siac", Map.of("type", "http", "url", "http://localhost:8080/mcp"))));
        }
    }

    @Test
    void diagrams_begin_with_their_kind() {
        assertThat(Page.all()
                        .flatMap(page -> page.blocks().stream())
                        .filter(block -> block.language().equals("mermaid")))
                .isNotEmpty()
                .allSatisfy(
                        block -> assertThat(block.firstLine()).matches("flowchart LR|sequenceDiagram|stateDiagram-v2"));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void every_setting_that_is_named_is_one(Page guide) {
        var settings = Page.of(Page.PROJECT.resolve("docs/configuration.md"))
                .find(SETTING)
                .collect(Collectors.toSet());

        assertThat(guide.find(SETTING)).allMatch(settings::contains);
        assertThat(guide.inSpanish().find(SETTING)).allMatch(settings::contains);
    }

    /** So that who has that page before them finds it here. */
    @Test
    void what_is_quoted_of_our_pages_is_there() {
        var guide = Page.of(Page.GUIDES.resolve("connecting-chatgpt.md"));

        assertThat(guide.find(QUOTE)).isNotEmpty().allMatch(texts("en")::contains);
        assertThat(guide.inSpanish().find(QUOTE)).isNotEmpty().allMatch(texts("es")::contains);
    }

    private static String texts(String language) {
        return Page.of(Page.PROJECT.resolve(
                        "auth-war/src/main/resources/com/siacapp/pages/Texts_" + language + ".properties"))
                .text();
    }

    private static Stream<Block> blocks() {
        return Page.guides().stream().flatMap(page -> page.blocks().stream());
    }
}
