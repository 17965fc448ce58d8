package com.siacapp.doctor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosisTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

    @Test
    void every_fault_part_and_outcome_has_its_texts_in_both_languages_and_there_are_no_others() {
        var expected = new HashSet<String>();
        Stream.of(Fault.values()).forEach(fault -> expected.addAll(List.of(fault + ".what", fault + ".do")));
        Stream.of(Part.values()).forEach(part -> expected.add("part." + part));
        Stream.of(Outcome.values())
                .forEach(outcome -> expected.addAll(List.of("outcome." + outcome, "verdict." + outcome)));
        for (var locale : List.of(SPANISH, Locale.ENGLISH)) {
            var texts = ResourceBundle.getBundle(Diagnosis.class.getName(), locale);
            assertThat(texts.getLocale()).isEqualTo(locale);
            assertThat(Collections.list(texts.getKeys())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void both_languages_name_the_same_values(Fault fault) {
        var finding = Finding.of(fault, "⟨a⟩", "⟨b⟩", "⟨c⟩");
        var english = both(finding, Locale.ENGLISH);
        var spanish = both(finding, SPANISH);
        for (var value : finding.values()) {
            assertThat(spanish.contains(value)).as(value).isEqualTo(english.contains(value));
        }
        assertThat(english + spanish).doesNotContainPattern("\\{\\d");
        assertThat(spanish).isNotEqualTo(english);
    }

    @Test
    void an_apostrophe_does_not_hide_a_value() {
        for (var locale : List.of(SPANISH, Locale.ENGLISH)) {
            var texts = ResourceBundle.getBundle(Diagnosis.class.getName(), locale);
            assertThat(Collections.list(texts.getKeys()).stream()
                            .map(texts::getString)
                            .filter(text -> ARGUMENT.matcher(text).results().count() > 0)
                            .collect(Collectors.toList()))
                    .noneMatch(text -> text.contains("'"));
        }
    }

    @Test
    void the_verdict_counts_what_is_to_be_mended() {
        var one = examination(Finding.of(Fault.NO_S256), Finding.of(Fault.NO_REFRESH));
        var two = examination(Finding.of(Fault.NO_S256), Finding.of(Fault.NO_ISS));
        assertThat(Diagnosis.in(Locale.ENGLISH).verdict(one)).startsWith("There is one problem to mend.");
        assertThat(Diagnosis.in(SPANISH).verdict(two)).startsWith("Hay 2 problemas.");
        assertThat(Diagnosis.in(Locale.FRENCH).verdict(examination())).startsWith("Everything");
    }

    private static Examination examination(Finding... findings) {
        return new Examination(
                "https://example.com/mcp", List.of(new Step(Part.SERVER_METADATA, false, List.of(findings))));
    }

    private static String both(Finding finding, Locale locale) {
        var diagnosis = Diagnosis.in(locale);
        return diagnosis.what(finding) + " " + diagnosis.remedy(finding);
    }
}
