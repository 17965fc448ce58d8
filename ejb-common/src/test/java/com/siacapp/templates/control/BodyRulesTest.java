package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.entity.Rule.BODY_EXAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.BODY_EXAMPLE_UNUSED;
import static com.siacapp.templates.entity.Rule.BODY_MANY_VARIABLES;
import static com.siacapp.templates.entity.Rule.BODY_MISSING;
import static com.siacapp.templates.entity.Rule.BODY_TOO_LONG;
import static com.siacapp.templates.entity.Rule.BODY_TOO_LONG_WHEN_FILLED;
import static com.siacapp.templates.entity.Rule.BODY_TOO_MANY_VARIABLES;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLES_ADJACENT;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLE_AT_EDGE;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLE_AT_END;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLE_AT_START;

import com.siacapp.templates.entity.Body;
import com.siacapp.templates.entity.Header;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " \n "})
    void a_template_has_a_body(String text) {
        Verdict.on(orderConfirmation().body(text)).breaksOnly(BODY_MISSING);
    }

    @Test
    void a_body_has_at_most_1024_characters() {
        Verdict.on(orderConfirmation().body("a".repeat(1024))).keepsAll();
        Verdict.on(orderConfirmation().body("a".repeat(1025))).breaksOnly(BODY_TOO_LONG);
    }

    @Test
    void an_emoji_of_one_code_point_counts_once() {
        Verdict.on(orderConfirmation().body("Hola" + "🎉".repeat(1020))).keepsAll();
        Verdict.on(orderConfirmation().body("Hola" + "🎉".repeat(1021))).breaksOnly(BODY_TOO_LONG);
    }

    @Test
    void a_body_stays_within_1024_characters_when_it_is_filled_in() {
        var around = "a".repeat(1009);
        Verdict.on(orderConfirmation().body(new Body("b c " + around + " {{1}} d", Map.of("1", "12345678"))))
                .keepsAll();
        Verdict.on(orderConfirmation().body(new Body("b c " + around + " {{1}} d", Map.of("1", "123456789"))))
                .breaksOnly(BODY_TOO_LONG_WHEN_FILLED)
                .passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{1}}, su pedido está en camino.", "  {{1}} su pedido está en camino."})
    void a_body_does_not_start_with_a_variable(String text) {
        Verdict.on(orderConfirmation().body(text, "1")).breaksOnly(BODY_VARIABLE_AT_START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Su pedido está en camino, {{1}}", "Su pedido está en camino, {{1}}\n"})
    void a_body_does_not_end_with_a_variable(String text) {
        Verdict.on(orderConfirmation().body(text, "1")).breaksOnly(BODY_VARIABLE_AT_END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Su pedido está en camino, {{1}}.",
                "Su pedido está en camino, {{1}} 👋",
                "¡{{1}}, su pedido llegó!"
            })
    void punctuation_and_emoji_around_a_variable_are_a_warning(String text) {
        Verdict.on(orderConfirmation().body(text, "1"))
                .breaksOnly(BODY_VARIABLE_AT_EDGE)
                .passes();
    }

    @Test
    void a_word_around_a_variable_is_enough() {
        Verdict.on(orderConfirmation().body("Hola {{1}}, su pedido llegó.", "1"))
                .keepsAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola {{1}}{{2}}, su pedido está ya en camino.",
                "Hola {{1}} \n {{2}}, su pedido está ya en camino."
            })
    void variables_do_not_stand_side_by_side(String text) {
        Verdict.on(orderConfirmation().body(text, "1", "2")).breaksOnly(BODY_VARIABLES_ADJACENT);
    }

    @Test
    void a_sign_between_variables_keeps_them_apart() {
        Verdict.on(orderConfirmation().body("Hola {{1}}-{{2}}, su pedido está ya en camino.", "1", "2"))
                .keeps(BODY_VARIABLES_ADJACENT);
    }

    @Test
    void n_variables_need_2n_plus_1_other_words() {
        Verdict.on(orderConfirmation().body("a {{1}} b c", "1")).keepsAll();
        Verdict.on(orderConfirmation().body("a {{1}} b", "1")).breaksOnly(BODY_TOO_MANY_VARIABLES);
        Verdict.on(orderConfirmation().body("a {{1}} b {{2}} c d e", "1", "2")).keeps(BODY_TOO_MANY_VARIABLES);
        Verdict.on(orderConfirmation().body("a {{1}} b {{2}} c d", "1", "2")).breaksOnly(BODY_TOO_MANY_VARIABLES);
    }

    @Test
    void fewer_than_3n_other_words_are_a_warning() {
        Verdict.on(orderConfirmation().body("a {{1}} b {{2}} c d e", "1", "2"))
                .breaksOnly(BODY_MANY_VARIABLES)
                .passes();
        Verdict.on(orderConfirmation().body("a {{1}} b {{2}} c d e f", "1", "2"))
                .keepsAll();
    }

    @Test
    void punctuation_is_no_word() {
        Verdict.on(orderConfirmation().body("a {{1}} : — b", "1")).breaksOnly(BODY_TOO_MANY_VARIABLES);
    }

    @Test
    void scripts_without_spaces_are_not_taken_for_one_long_word() {
        Verdict.on(orderConfirmation().header(Header.none()).in("ja").body("こんにちは{{1}}様、ご注文は発送されました。", "1"))
                .keepsAll();
    }

    @Test
    void every_variable_has_an_example() {
        Verdict.on(orderConfirmation().body("Hola {{1}}, su pedido {{2}} está ya en camino.", "1"))
                .breaksOnly(BODY_EXAMPLE_MISSING);
        Verdict.on(orderConfirmation().body(new Body("Hola {{1}}, su pedido llegó.", Map.of("1", " "))))
                .breaksOnly(BODY_EXAMPLE_MISSING);
    }

    @Test
    void an_example_without_its_variable_is_a_warning() {
        Verdict.on(orderConfirmation().body("Hola {{1}}, su pedido llegó.", "1", "2"))
                .breaksOnly(BODY_EXAMPLE_UNUSED)
                .passes();
    }
}
