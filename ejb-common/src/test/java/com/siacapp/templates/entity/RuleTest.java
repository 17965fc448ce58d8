package com.siacapp.templates.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {
    private static final Locale SPANISH = new Locale("es");
    private static final List<String> DETAILS = List.of("⟨a⟩", "⟨b⟩", "⟨c⟩");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_its_texts_in_both_languages(Rule rule) {
        for (var locale : List.of(SPANISH, Locale.ENGLISH)) {
            assertThat(texts(rule, locale))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("(?<!\\{)\\{\\d}"));
        }
        assertThat(texts(rule, SPANISH)).doesNotContainAnyElementsOf(texts(rule, Locale.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_statement_names_its_limits(Rule rule) {
        for (var locale : List.of(SPANISH, Locale.ENGLISH)) {
            assertThat(rule.limits())
                    .allSatisfy(limit -> assertThat(rule.statement(locale)).contains(limit));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void both_remedies_say_the_same_details(Rule rule) {
        var spanish = finding(rule).remedy(SPANISH);
        var english = finding(rule).remedy(Locale.ENGLISH);
        for (var detail : DETAILS) {
            assertThat(spanish.contains(detail)).as(detail).isEqualTo(english.contains(detail));
        }
    }

    @Test
    void there_is_no_text_without_its_rule() {
        var expected = new HashSet<String>();
        Stream.of(Rule.values()).forEach(rule -> {
            expected.add(rule.code() + ".rule");
            expected.add(rule.code() + ".remedy");
            expected.add("document.subject." + rule.subject());
        });
        expected.addAll(List.of(
                "document.title",
                "document.introduction",
                "document.ERROR",
                "document.WARNING",
                "document.meta_code",
                "document.unchecked",
                "document.unchecked.title"));
        for (var locale : List.of(SPANISH, Locale.ENGLISH)) {
            var bundle = ResourceBundle.getBundle(RuleMessages.class.getName(), locale);
            assertThat(bundle.getLocale()).isEqualTo(locale);
            assertThat(Collections.list(bundle.getKeys())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void codes_are_unique_and_name_a_component_or_a_topic() {
        assertThat(Rule.values())
                .extracting(Rule::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+\\.[a-z_]+"));
    }

    @Test
    void people_read_spanish_or_english() {
        assertThat(Rule.BODY_MISSING.statement(new Locale("es", "CO"))).startsWith("Toda plantilla");
        assertThat(Rule.BODY_MISSING.statement(Locale.FRENCH)).startsWith("Every");
    }

    @Test
    void variables_and_figures_are_written_as_authors_write_them() {
        assertThat(finding(Rule.VARIABLES_SYNTAX).remedy(Locale.ENGLISH)).contains("{{1}}", "{{first_name}}");
        assertThat(Rule.BODY_TOO_LONG.statement(SPANISH)).contains("1024");
        assertThat(finding(Rule.AUTHENTICATION_OTP_BUTTON).remedy(SPANISH))
                .contains("{\"type\": \"OTP\", \"otp_type\": \"COPY_CODE\"}");
    }

    @Test
    void meta_s_codes_are_known_for_the_rules_it_answers_with_a_code() {
        assertThat(Rule.BODY_VARIABLE_AT_START.metaCode()).hasValue(2388299);
        assertThat(Rule.BODY_TOO_MANY_VARIABLES.metaCode()).hasValue(2388293);
        assertThat(Rule.NAME_CHARACTERS.metaCode()).isEmpty();
    }

    @Test
    void the_page_of_rules_has_every_rule_with_its_statement() {
        for (var locale : List.of(SPANISH, Locale.ENGLISH)) {
            var page = RuleDocument.markdown(locale);
            assertThat(Arrays.asList(Rule.values()))
                    .allSatisfy(
                            rule -> assertThat(page).contains("`%s`".formatted(rule.code()), rule.statement(locale)));
        }
    }

    private static List<String> texts(Rule rule, Locale locale) {
        return List.of(rule.statement(locale), finding(rule).remedy(locale));
    }

    private static Finding finding(Rule rule) {
        return new Finding(rule.component(), rule, DETAILS);
    }
}
