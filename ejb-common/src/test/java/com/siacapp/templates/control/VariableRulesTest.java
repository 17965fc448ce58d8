package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.entity.Component.BODY;
import static com.siacapp.templates.entity.Component.HEADER;
import static com.siacapp.templates.entity.Rule.VARIABLES_MIXED_FORMATS;
import static com.siacapp.templates.entity.Rule.VARIABLES_NOT_SEQUENTIAL;
import static com.siacapp.templates.entity.Rule.VARIABLES_REPEATED;
import static com.siacapp.templates.entity.Rule.VARIABLES_SINGLE_BRACES;
import static com.siacapp.templates.entity.Rule.VARIABLES_SYNTAX;
import static com.siacapp.templates.entity.Rule.VARIABLES_UNBALANCED_BRACES;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.templates.entity.Header;
import com.siacapp.templates.entity.ParameterFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"first_name", "order_2", "_x", "1", "12"})
    void a_variable_is_a_number_or_a_name_in_lower_case(String variable) {
        Verdict.on(plain().body("Hola {{%s}}, su pedido llegó.".formatted(variable), variable))
                .keeps(VARIABLES_SYNTAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FirstName", "first name", "#1", "$total", "20%", "", " 1 ", "0", "01", "1a", "año"})
    void anything_else_between_braces_is_an_error(String variable) {
        Verdict.on(plain().body("Hola {{%s}}, su pedido llegó.".formatted(variable), variable))
                .breaksOnly(VARIABLES_SYNTAX, BODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola {{1}, su pedido llegó.",
                "Hola {1}}, su pedido llegó.",
                "Hola {{1, su pedido llegó.",
                "Hola {{ {{1}} }}, sí, ya llegó."
            })
    void braces_match(String text) {
        Verdict.on(plain().body(text)).breaks(VARIABLES_UNBALANCED_BRACES).fails();
    }

    @Test
    void single_braces_are_a_warning() {
        Verdict.on(plain().body("Hola {nombre}, su pedido llegó."))
                .breaksOnly(VARIABLES_SINGLE_BRACES, BODY)
                .passes();
    }

    @Test
    void numbers_count_from_1_without_gaps() {
        Verdict.on(plain().body("Hola {{1}}, el pedido {{3}} y el pedido {{2}} van ya en camino.", "1", "2", "3"))
                .keeps(VARIABLES_NOT_SEQUENTIAL);
        Verdict.on(plain().body("Hola {{1}}, su pedido {{3}} está ya en camino.", "1", "3"))
                .breaksOnly(VARIABLES_NOT_SEQUENTIAL, BODY);
        Verdict.on(plain().body("Hola {{2}}, su pedido llegó.", "2")).breaksOnly(VARIABLES_NOT_SEQUENTIAL, BODY);
    }

    @Test
    void a_number_may_appear_twice() {
        Verdict.on(plain().body("Hola {{1}}, su pedido llegó. Gracias, {{1}}, por elegirnos.", "1"))
                .keepsAll();
    }

    @Test
    void a_header_counts_its_own_numbers() {
        Verdict.on(plain().header(Header.text("Pedido {{1}}", "A-1")).body("Hola {{1}}, su pedido llegó.", "1"))
                .keepsAll();
        Verdict.on(plain().header(Header.text("Pedido {{2}}", "A-1")).body("Hola {{1}}, su pedido llegó.", "1"))
                .breaksOnly(VARIABLES_NOT_SEQUENTIAL, HEADER);
    }

    @Test
    void a_template_has_numbers_or_names() {
        Verdict.on(plain().body("Hola {{name}}, su pedido {{order}} está ya en camino.", "name", "order"))
                .keepsAll();
        Verdict.on(plain().body("Hola {{name}}, su pedido {{1}} está ya en camino.", "name", "1"))
                .breaksOnly(VARIABLES_MIXED_FORMATS, BODY);
        Verdict.on(plain().header(Header.text("Pedido {{1}}", "A-1")).body("Hola {{name}}, su pedido llegó.", "name"))
                .breaksOnly(VARIABLES_MIXED_FORMATS, BODY);
    }

    @Test
    void a_name_that_appears_twice_is_a_warning() {
        Verdict.on(plain().body("Hola {{name}}, su pedido llegó. Gracias, {{name}}, por elegirnos.", "name"))
                .breaksOnly(VARIABLES_REPEATED)
                .passes();
    }

    @Test
    void the_format_is_that_of_the_first_variable() {
        assertThat(formatOf("Hola, su pedido llegó.")).isEqualTo(ParameterFormat.POSITIONAL);
        assertThat(formatOf("Hola {{1}}, su pedido llegó.")).isEqualTo(ParameterFormat.POSITIONAL);
        assertThat(formatOf("Hola {{name}}, su pedido llegó.")).isEqualTo(ParameterFormat.NAMED);
    }

    private static ParameterFormat formatOf(String body) {
        return plain().body(body).content().components().parameterFormat();
    }

    private static TemplateDraft plain() {
        return orderConfirmation().header(Header.none());
    }
}
