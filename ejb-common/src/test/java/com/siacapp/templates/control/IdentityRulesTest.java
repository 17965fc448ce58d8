package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.loginCode;
import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.control.TemplateDraft.springOffer;
import static com.siacapp.templates.entity.Rule.CATEGORY_UNKNOWN;
import static com.siacapp.templates.entity.Rule.LANGUAGE_MALFORMED;
import static com.siacapp.templates.entity.Rule.LANGUAGE_UNKNOWN;
import static com.siacapp.templates.entity.Rule.NAME_CHARACTERS;
import static com.siacapp.templates.entity.Rule.NAME_MISSING;
import static com.siacapp.templates.entity.Rule.NAME_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRulesTest {

    @Test
    void the_cast_keeps_every_rule() {
        Verdict.on(orderConfirmation()).keepsAll();
        Verdict.on(springOffer()).keepsAll();
        Verdict.on(loginCode()).keepsAll();
    }

    @Test
    void words_the_original_banned_and_short_bodies_are_no_concern_of_meta() {
        Verdict.on(springOffer().body("Urgent: no spam")).keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_name_is_not_blank(String name) {
        Verdict.on(orderConfirmation().named(name)).breaksOnly(NAME_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Welcome Message", "order-confirmation", "pedido_ñ", "Order", "order\n"})
    void a_name_has_only_lower_case_letters_digits_and_underscores(String name) {
        Verdict.on(orderConfirmation().named(name)).breaksOnly(NAME_CHARACTERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "_", "order_2026_v2"})
    void letters_digits_and_underscores_make_a_name(String name) {
        Verdict.on(orderConfirmation().named(name)).keepsAll();
    }

    @Test
    void an_illegal_name_is_answered_with_a_legal_one() {
        var finding = Verdict.on(orderConfirmation().named("¡Promoción de Otoño!"))
                .validation()
                .findings()
                .get(0);
        assertThat(finding.details()).containsExactly("¡Promoción de Otoño!", "promocion_de_otono");
    }

    @Test
    void a_name_has_at_most_512_characters() {
        Verdict.on(orderConfirmation().named("a".repeat(512))).keepsAll();
        Verdict.on(orderConfirmation().named("a".repeat(513))).breaksOnly(NAME_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "es_CO", "pt_BR", "fil", "zh_HK", "rw_RW"})
    void a_language_is_one_of_meta_s(String language) {
        Verdict.on(orderConfirmation().in(language)).keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "es-CO", "ES", "Spanish", "es_", "e"})
    void what_is_no_language_code_is_an_error(String language) {
        Verdict.on(orderConfirmation().in(language))
                .breaksOnly(LANGUAGE_MALFORMED)
                .fails();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es_XX", "xx", "es_co"})
    void a_language_we_do_not_know_is_left_to_meta(String language) {
        Verdict.on(orderConfirmation().in(language))
                .breaksOnly(LANGUAGE_UNKNOWN)
                .passes();
    }

    @Test
    void the_language_that_was_probably_meant_is_named() {
        assertThat(detailsFor("es-co")).contains("es_CO");
        assertThat(detailsFor("es_XX")).contains("es");
        assertThat(detailsFor("klingon")).contains("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTILITY", "Utility", "utility", " utility "})
    void a_category_is_known_in_either_case(String category) {
        Verdict.on(orderConfirmation().as(category)).keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRANSACTIONAL"})
    void any_other_category_is_an_error(String category) {
        Verdict.on(orderConfirmation().as(category)).breaksOnly(CATEGORY_UNKNOWN);
    }

    private static Iterable<String> detailsFor(String language) {
        return Verdict.on(orderConfirmation().in(language))
                .validation()
                .findings()
                .get(0)
                .details();
    }
}
