package com.siacapp.protocolmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The last test of a whole build: what {@code docs/protocol-map.md} claims is so. Its name keeps it out of every other
 * run of tests; the module's pom runs it after all others, and not when some of them are left out.
 */
class ProtocolMapCheck {

    private static final Path PROJECT = Path.of(System.getProperty("siac.project"));

    private static final Pattern SOURCE = Pattern.compile("/src/main/java/.+\\.java$");

    private static final int DEEPEST = 12;

    private static ProtocolMap map;

    @BeforeAll
    static void read() throws IOException {
        map = ProtocolMap.parse(Files.readAllLines(PROJECT.resolve("docs/protocol-map.md")));
    }

    @Test
    void the_map_names_classes_and_tests() {
        assertThat(map.classes()).isNotEmpty();
        assertThat(map.tests()).isNotEmpty();
        assertThat(map.misspelt()).as("tests that are not spelled Class#method").isEmpty();
    }

    @Test
    void a_rule_without_a_test_says_why() {
        assertThat(map.unexplained()).isEmpty();
    }

    @Test
    void every_class_the_map_names_exists() throws IOException {
        var existing = productionClasses();
        assertThat(map.classes())
                .filteredOn(name -> !existing.contains(name.text()))
                .as("classes that are in no module's src/main/java")
                .isEmpty();
    }

    @Test
    void every_test_the_map_names_ran_and_passed_in_this_build() {
        var passed = new TestReports(PROJECT, Instant.parse(System.getProperty("siac.build.start"))).passed();
        assertThat(map.tests())
                .filteredOn(name -> !passed.contains(name.text()))
                .as("tests that do not exist, or were skipped, or did not run since this build began")
                .isEmpty();
    }

    private static Set<String> productionClasses() throws IOException {
        try (var files = Files.find(
                PROJECT, DEEPEST, (file, is) -> SOURCE.matcher(file.toString()).find())) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
