package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.control.TemplateDraft.springOffer;
import static com.siacapp.templates.entity.Rule.FOOTER_EMOJI;
import static com.siacapp.templates.entity.Rule.FOOTER_LINE_BREAK;
import static com.siacapp.templates.entity.Rule.FOOTER_OPT_OUT_MISSING;
import static com.siacapp.templates.entity.Rule.FOOTER_TOO_LONG;
import static com.siacapp.templates.entity.Rule.FOOTER_VARIABLE;

import com.siacapp.templates.entity.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FooterRulesTest {

    @Test
    void a_template_needs_no_footer() {
        Verdict.on(orderConfirmation().footer("")).keepsAll();
    }

    @Test
    void a_footer_has_at_most_60_characters() {
        Verdict.on(orderConfirmation().footer("a".repeat(60))).keepsAll();
        Verdict.on(orderConfirmation().footer("a".repeat(61))).breaksOnly(FOOTER_TOO_LONG);
    }

    @Test
    void a_footer_has_no_variables() {
        Verdict.on(orderConfirmation().footer("Café del {{1}}")).breaksOnly(FOOTER_VARIABLE);
    }

    @Test
    void a_footer_is_a_single_line() {
        Verdict.on(orderConfirmation().footer("Café\ndel Monte")).breaksOnly(FOOTER_LINE_BREAK);
    }

    @Test
    void an_emoji_in_a_footer_is_a_warning() {
        Verdict.on(orderConfirmation().footer("Café ☕ del Monte"))
                .breaksOnly(FOOTER_EMOJI)
                .passes();
    }

    @Test
    void marketing_that_nobody_can_stop_is_a_warning() {
        Verdict.on(springOffer().buttons()).breaksOnly(FOOTER_OPT_OUT_MISSING).passes();
        Verdict.on(springOffer().buttons(new Button.QuickReply("Ver precios bajos")))
                .breaksOnly(FOOTER_OPT_OUT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Responda BAJA para no recibir más",
                "Reply STOP to opt out",
                "Cancelar suscripción aquí",
                "Responda SAIR"
            })
    void a_footer_may_say_how_to_stop(String footer) {
        Verdict.on(springOffer().buttons().footer(footer)).keepsAll();
    }

    @Test
    void so_may_a_quick_reply_or_the_body() {
        Verdict.on(springOffer().buttons(new Button.QuickReply("No recibir más")))
                .keepsAll();
        Verdict.on(springOffer().buttons().body("New coffees! Reply STOP if you want no more of this."))
                .keepsAll();
    }

    @Test
    void utility_messages_need_no_way_out() {
        Verdict.on(springOffer().buttons().as("UTILITY")).keepsAll();
    }
}
