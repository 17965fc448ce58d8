package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.control.TemplateDraft.springOffer;
import static com.siacapp.templates.entity.Rule.BUTTONS_COPY_CODE_INVALID;
import static com.siacapp.templates.entity.Rule.BUTTONS_COPY_CODE_OUTSIDE_MARKETING;
import static com.siacapp.templates.entity.Rule.BUTTONS_HIDDEN_ON_DESKTOP;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_MISSING;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_TOO_LONG;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_VARIABLE;
import static com.siacapp.templates.entity.Rule.BUTTONS_NOT_GROUPED;
import static com.siacapp.templates.entity.Rule.BUTTONS_OTP_OUTSIDE_AUTHENTICATION;
import static com.siacapp.templates.entity.Rule.BUTTONS_PHONE_NUMBER_INVALID;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY_COPY_CODES;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY_PHONE_NUMBERS;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY_URLS;

import com.siacapp.templates.entity.Button;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonRulesTest {
    private static final Button REPLY = new Button.QuickReply("Gracias");
    private static final Button LINK = new Button.Url("Ver", "https://cafe.example/", "");
    private static final Button CALL = new Button.PhoneNumber("Llamar", "+573001234567");
    private static final Button CODE = new Button.CopyCode("OTONO25");

    @Test
    void a_template_has_at_most_10_buttons() {
        Verdict.on(orderConfirmation().buttons(times(10, REPLY))).keeps(BUTTONS_TOO_MANY);
        Verdict.on(orderConfirmation().buttons(times(11, REPLY))).breaks(BUTTONS_TOO_MANY);
    }

    @Test
    void at_most_2_are_links() {
        Verdict.on(orderConfirmation().buttons(times(2, LINK))).keepsAll();
        Verdict.on(orderConfirmation().buttons(times(3, LINK))).breaksOnly(BUTTONS_TOO_MANY_URLS);
    }

    @Test
    void at_most_1_is_a_call() {
        Verdict.on(orderConfirmation().buttons(CALL)).keepsAll();
        Verdict.on(orderConfirmation().buttons(CALL, CALL)).breaksOnly(BUTTONS_TOO_MANY_PHONE_NUMBERS);
    }

    @Test
    void at_most_1_is_a_coupon_code() {
        var offer = springOffer().footer("Reply STOP to opt out");
        Verdict.on(offer.buttons(CODE)).keepsAll();
        Verdict.on(offer.buttons(CODE, CODE)).breaksOnly(BUTTONS_TOO_MANY_COPY_CODES);
    }

    @Test
    void quick_replies_stand_together() {
        Verdict.on(orderConfirmation().buttons(REPLY, REPLY, LINK)).keeps(BUTTONS_NOT_GROUPED);
        Verdict.on(orderConfirmation().buttons(LINK, CALL, REPLY, REPLY)).keeps(BUTTONS_NOT_GROUPED);
        Verdict.on(orderConfirmation().buttons(REPLY, LINK, REPLY)).breaks(BUTTONS_NOT_GROUPED);
        Verdict.on(orderConfirmation().buttons(LINK, REPLY, CALL)).breaks(BUTTONS_NOT_GROUPED);
    }

    @Test
    void four_buttons_or_mixed_ones_are_not_shown_on_a_computer() {
        Verdict.on(orderConfirmation().buttons(times(3, REPLY))).keepsAll();
        Verdict.on(orderConfirmation().buttons(times(4, REPLY)))
                .breaksOnly(BUTTONS_HIDDEN_ON_DESKTOP)
                .passes();
        Verdict.on(orderConfirmation().buttons(LINK, REPLY)).breaksOnly(BUTTONS_HIDDEN_ON_DESKTOP);
    }

    @Test
    void buttons_have_labels() {
        Verdict.on(orderConfirmation().buttons(new Button.QuickReply(" "))).breaksOnly(BUTTONS_LABEL_MISSING);
    }

    @Test
    void a_label_has_at_most_25_characters() {
        Verdict.on(orderConfirmation().buttons(new Button.QuickReply("a".repeat(25))))
                .keepsAll();
        Verdict.on(orderConfirmation().buttons(new Button.QuickReply("a".repeat(26))))
                .breaksOnly(BUTTONS_LABEL_TOO_LONG);
    }

    @Test
    void a_label_has_no_variables() {
        Verdict.on(orderConfirmation().buttons(new Button.QuickReply("Hola {{1}}")))
                .breaksOnly(BUTTONS_LABEL_VARIABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+573001234567", "15550051310", "+57 (300) 123-4567"})
    void a_phone_number_has_digits(String number) {
        Verdict.on(orderConfirmation().buttons(new Button.PhoneNumber("Llamar", number)))
                .keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "llámenos", "+", "{{1}}", "+5730012345678901234567"})
    void anything_else_is_no_phone_number(String number) {
        Verdict.on(orderConfirmation().buttons(new Button.PhoneNumber("Llamar", number)))
                .breaksOnly(BUTTONS_PHONE_NUMBER_INVALID);
    }

    @Test
    void a_phone_number_has_at_most_20_characters() {
        Verdict.on(orderConfirmation().buttons(new Button.PhoneNumber("Llamar", "1".repeat(20))))
                .keepsAll();
        Verdict.on(orderConfirmation().buttons(new Button.PhoneNumber("Llamar", "1".repeat(21))))
                .breaksOnly(BUTTONS_PHONE_NUMBER_INVALID);
    }

    @Test
    void a_coupon_code_has_1_to_15_characters() {
        var offer = springOffer().footer("Reply STOP to opt out");
        Verdict.on(offer.buttons(new Button.CopyCode("A".repeat(15)))).keepsAll();
        Verdict.on(offer.buttons(new Button.CopyCode("A".repeat(16)))).breaksOnly(BUTTONS_COPY_CODE_INVALID);
        Verdict.on(offer.buttons(new Button.CopyCode(""))).breaksOnly(BUTTONS_COPY_CODE_INVALID);
    }

    @Test
    void a_coupon_code_in_a_utility_template_is_a_warning() {
        Verdict.on(orderConfirmation().buttons(CODE))
                .breaksOnly(BUTTONS_COPY_CODE_OUTSIDE_MARKETING)
                .passes();
    }

    @Test
    void a_one_time_password_needs_an_authentication_template() {
        Verdict.on(orderConfirmation().buttons(TemplateDraft.copyCodeOtp()))
                .breaksOnly(BUTTONS_OTP_OUTSIDE_AUTHENTICATION);
    }

    private static Button[] times(int count, Button button) {
        return Collections.nCopies(count, button).toArray(Button[]::new);
    }
}
