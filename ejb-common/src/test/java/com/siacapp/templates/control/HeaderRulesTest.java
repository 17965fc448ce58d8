package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.entity.Rule.HEADER_EMOJI;
import static com.siacapp.templates.entity.Rule.HEADER_EXAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.HEADER_FORMATTING;
import static com.siacapp.templates.entity.Rule.HEADER_LINE_BREAK;
import static com.siacapp.templates.entity.Rule.HEADER_SAMPLE_INVALID;
import static com.siacapp.templates.entity.Rule.HEADER_SAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.HEADER_TEXT_MISSING;
import static com.siacapp.templates.entity.Rule.HEADER_TOO_LONG;
import static com.siacapp.templates.entity.Rule.HEADER_TOO_MANY_VARIABLES;

import com.siacapp.templates.entity.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @Test
    void a_template_needs_no_header() {
        Verdict.on(orderConfirmation().header(Header.none())).keepsAll();
    }

    @Test
    void a_text_header_has_text() {
        Verdict.on(orderConfirmation().header(Header.text(" ", ""))).breaksOnly(HEADER_TEXT_MISSING);
    }

    @Test
    void a_text_header_has_at_most_60_characters() {
        Verdict.on(withText("a".repeat(60))).keepsAll();
        Verdict.on(withText("a".repeat(61))).breaksOnly(HEADER_TOO_LONG);
    }

    @Test
    void a_character_outside_the_basic_plane_counts_once() {
        Verdict.on(withText("𝒜".repeat(60))).keeps(HEADER_TOO_LONG);
        Verdict.on(withText("𝒜".repeat(61))).breaks(HEADER_TOO_LONG);
    }

    @Test
    void a_text_header_has_at_most_one_variable() {
        Verdict.on(orderConfirmation().header(Header.text("Pedido {{1}} listo", "A-1")))
                .keepsAll();
        Verdict.on(orderConfirmation().header(Header.text("Pedido {{1}} de {{2}}", "A-1")))
                .breaksOnly(HEADER_TOO_MANY_VARIABLES);
    }

    @Test
    void the_variable_of_a_header_has_an_example() {
        Verdict.on(orderConfirmation().header(Header.text("Pedido {{1}}", ""))).breaksOnly(HEADER_EXAMPLE_MISSING);
    }

    @Test
    void a_text_header_is_a_single_line() {
        Verdict.on(withText("Pedido\nlisto")).breaksOnly(HEADER_LINE_BREAK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pedido *listo*", "Oferta* hoy", "_Pedido_ listo", "~Pedido~ listo", "`Pedido` listo"})
    void a_text_header_has_no_formatting(String text) {
        Verdict.on(withText(text)).breaksOnly(HEADER_FORMATTING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pedido order_id_7", "Total ~ 20", "Lo que _ no", "Pedido listo: 100 %"})
    void a_lone_mark_is_no_formatting(String text) {
        Verdict.on(withText(text)).keepsAll();
    }

    @Test
    void the_underscores_of_a_variable_are_no_formatting() {
        Verdict.on(orderConfirmation()
                        .header(Header.text("Pedido {{_order_}}", "A-1"))
                        .body("Gracias por su compra."))
                .keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pedido 🎉", "Pedido ✅", "Pedido ❤️"})
    void an_emoji_in_a_header_is_a_warning(String text) {
        Verdict.on(withText(text)).breaksOnly(HEADER_EMOJI).passes();
    }

    @Test
    void signs_that_are_no_emoji_are_free() {
        Verdict.on(withText("Café™ · 20 € → hoy")).keepsAll();
    }

    @ParameterizedTest
    @EnumSource(
            value = Header.Format.class,
            names = {"IMAGE", "VIDEO", "DOCUMENT"})
    void a_media_header_has_a_sample(Header.Format format) {
        Verdict.on(orderConfirmation().header(Header.media(format, ""))).breaksOnly(HEADER_SAMPLE_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cafe.example/menu.pdf", "4::aW1hZ2UvanBlZw=="})
    void a_sample_is_a_link_or_a_handle(String sample) {
        Verdict.on(orderConfirmation().header(Header.media(Header.Format.DOCUMENT, sample)))
                .keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"menu.pdf", "http://cafe.example/menu.pdf", "https://"})
    void anything_else_is_no_sample(String sample) {
        Verdict.on(orderConfirmation().header(Header.media(Header.Format.DOCUMENT, sample)))
                .breaksOnly(HEADER_SAMPLE_INVALID);
    }

    @Test
    void a_location_header_needs_nothing_before_it_is_sent() {
        Verdict.on(orderConfirmation().header(Header.location())).keepsAll();
    }

    private static TemplateDraft withText(String text) {
        return orderConfirmation().header(Header.text(text, ""));
    }
}
