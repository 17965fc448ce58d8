package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.copyCodeOtp;
import static com.siacapp.templates.control.TemplateDraft.loginCode;
import static com.siacapp.templates.control.TemplateDraft.oneTapOtp;
import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.control.TemplateDraft.shopApp;
import static com.siacapp.templates.control.TemplateDraft.zeroTapOtp;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_APPS;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_BODY;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_EXPIRATION;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_FOOTER;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_HEADER;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_OPTIONS_UNUSED;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_OTP_BUTTON;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_TERMS;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_TOO_LONG;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Button.Delivery;
import com.siacapp.templates.entity.Button.SupportedApp;
import com.siacapp.templates.entity.Header;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationRulesTest {

    @Test
    void it_has_no_header() {
        Verdict.on(loginCode().header(Header.text("Su código", ""))).breaksOnly(AUTHENTICATION_HEADER);
        Verdict.on(loginCode().header(Header.location())).breaksOnly(AUTHENTICATION_HEADER);
    }

    @Test
    void a_body_is_not_used_and_not_checked() {
        Verdict.on(loginCode().body("{{1}} es su código {{"))
                .breaksOnly(AUTHENTICATION_BODY)
                .passes();
    }

    @Test
    void it_has_no_footer_of_its_own() {
        Verdict.on(loginCode().footer("Café del Monte")).breaksOnly(AUTHENTICATION_FOOTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 90})
    void a_code_expires_after_1_to_90_minutes(int minutes) {
        Verdict.on(loginCode().expiringAfter(minutes)).keepsAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 91})
    void no_sooner_and_no_later(int minutes) {
        Verdict.on(loginCode().expiringAfter(minutes)).breaksOnly(AUTHENTICATION_EXPIRATION);
    }

    @Test
    void an_expiration_need_not_be_stated() {
        Verdict.on(loginCode().expiringAfter(null)).keepsAll();
    }

    @Test
    void it_has_exactly_one_button_and_that_is_a_one_time_password() {
        Verdict.on(loginCode().buttons()).breaksOnly(AUTHENTICATION_OTP_BUTTON);
        Verdict.on(loginCode().buttons(copyCodeOtp(), copyCodeOtp())).breaksOnly(AUTHENTICATION_OTP_BUTTON);
        Verdict.on(loginCode().buttons(new Button.QuickReply("Gracias"))).breaksOnly(AUTHENTICATION_OTP_BUTTON);
        Verdict.on(loginCode().buttons(copyCodeOtp(), new Button.QuickReply("Gracias")))
                .breaks(AUTHENTICATION_OTP_BUTTON);
    }

    @Test
    void its_labels_are_optional_and_have_at_most_25_characters() {
        Verdict.on(loginCode().buttons(labelled("a".repeat(25), "b".repeat(25))))
                .keepsAll();
        Verdict.on(loginCode().buttons(labelled("", "b".repeat(26)))).breaksOnly(BUTTONS_LABEL_TOO_LONG);
    }

    @Test
    void one_tap_names_1_to_5_apps() {
        Verdict.on(loginCode().buttons(oneTapOtp(shopApp()))).keepsAll();
        Verdict.on(loginCode().buttons(oneTapOtp(times(5)))).keepsAll();
        Verdict.on(loginCode().buttons(oneTapOtp())).breaksOnly(AUTHENTICATION_APPS);
        Verdict.on(loginCode().buttons(oneTapOtp(times(6)))).breaksOnly(AUTHENTICATION_APPS);
    }

    @Test
    void an_app_has_a_package_of_at_most_224_characters() {
        Verdict.on(withApp("a".repeat(224), "K8a/AINcGX7")).keepsAll();
        Verdict.on(withApp("a".repeat(225), "K8a/AINcGX7")).breaksOnly(AUTHENTICATION_APPS);
        Verdict.on(withApp("", "K8a/AINcGX7")).breaksOnly(AUTHENTICATION_APPS);
    }

    @Test
    void an_app_has_a_hash_of_exactly_11_characters() {
        Verdict.on(withApp("example.cafe.app", "K8a/AINcGX")).breaksOnly(AUTHENTICATION_APPS);
        Verdict.on(withApp("example.cafe.app", "K8a/AINcGX78")).breaksOnly(AUTHENTICATION_APPS);
    }

    @Test
    void zero_tap_needs_meta_s_terms_accepted() {
        Verdict.on(loginCode().buttons(zeroTapOtp(true))).keepsAll();
        Verdict.on(loginCode().buttons(zeroTapOtp(false))).breaksOnly(AUTHENTICATION_TERMS);
    }

    @Test
    void its_options_mean_nothing_elsewhere() {
        Verdict.on(orderConfirmation().expiringAfter(10))
                .breaksOnly(AUTHENTICATION_OPTIONS_UNUSED)
                .passes();
    }

    private static Button labelled(String text, String autofillText) {
        return new Button.Otp(Delivery.ONE_TAP, text, autofillText, List.of(shopApp()), false);
    }

    private static TemplateDraft withApp(String packageName, String signatureHash) {
        return loginCode().buttons(oneTapOtp(new SupportedApp(packageName, signatureHash)));
    }

    private static SupportedApp[] times(int count) {
        return Collections.nCopies(count, shopApp()).toArray(SupportedApp[]::new);
    }
}
