package com.siacapp.protocolmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the map and the reports are read, by which {@link ProtocolMapCheck} judges. */
class ProtocolMapTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path project;

    @Test
    void names_count_in_their_columns_only() {
        var map = ProtocolMap.parse(List.of(
                "Prose names `Nothing` and `NothingIT#at_all`.",
                "| # | Rule | Class | Test |",
                "|---|---|---|---|",
                "| 1 | `Rule` of `RuleIT#x` | `First`, `Second` by `method()` | `AIT#one`, `BTest#two` (`typ`), none yet |",
                "",
                "| Rule | Test |",
                "|---|---|",
                "| `C` | `CIT#three` |"));
        assertThat(map.classes()).extracting(ProtocolMap.Name::text).containsExactly("First", "Second");
        assertThat(map.tests())
                .extracting(ProtocolMap.Name::toString)
                .containsExactly("line 4: AIT#one", "line 4: BTest#two", "line 8: CIT#three");
        assertThat(map.misspelt()).isEmpty();
    }

    @Test
    void what_is_nearly_a_test_is_misspelt() {
        var map = ProtocolMap.parse(List.of(
                "| Test |", "|---|", "| `AIT`, `AIT.method`, `AIT#method()`, `#method`, `aIT#x`, `BIT#good` |"));
        assertThat(map.misspelt())
                .extracting(ProtocolMap.Name::text)
                .containsExactly("AIT", "AIT.method", "AIT#method()", "#method", "aIT#x");
    }

    @Test
    void a_rule_without_a_test_has_to_say_why() {
        var map = ProtocolMap.parse(List.of(
                "| Rule | Test |",
                "|---|---|",
                "| a | see rule 7 |",
                "| b | not applicable: there is none |",
                "| c | comes later: with the campaigns |",
                "| d | `AIT#one` |",
                "| e | none yet |",
                "| f | |"));
        assertThat(map.unexplained())
                .extracting(ProtocolMap.Name::toString)
                .containsExactly("line 7: none yet", "line 8: ");
    }

    @Test
    void only_tests_that_passed_since_the_build_began_count() throws IOException {
        report("a/target/surefire-reports/TEST-com.ATest.xml", START, """
                <testcase name="plain" classname="com.ATest"/>
                <testcase name="parameters(String, int)[2]" classname="com.ATest"/>
                <testcase name="factory()[1]" classname="com.ATest$Nested"/>
                <testcase name="skipped" classname="com.ATest"><skipped/></testcase>
                <testcase name="failed" classname="com.ATest"><failure/></testcase>
                <testcase name="broken" classname="com.ATest"><error/></testcase>""");
        report(
                "b/target/failsafe-reports/TEST-com.BIT.xml",
                START.plusSeconds(9),
                "<testcase name='it' classname='com.BIT'/>");
        report(
                "b/target/failsafe-reports/TEST-com.CIT.xml",
                START.minusSeconds(1),
                "<testcase name='old' classname='com.CIT'/>");
        assertThat(new TestReports(project, START).passed())
                .containsExactlyInAnyOrder("ATest#plain", "ATest#parameters", "ATest#factory", "BIT#it");
    }

    private void report(String path, Instant written, String tests) throws IOException {
        var file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<testsuite>" + tests + "</testsuite>");
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
