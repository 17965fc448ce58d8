package com.siacapp.templates.control;

import static com.siacapp.templates.control.TemplateDraft.orderConfirmation;
import static com.siacapp.templates.entity.Component.BODY;
import static com.siacapp.templates.entity.Component.BUTTONS;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_EXAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_INVALID;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_TOO_LONG;
import static com.siacapp.templates.entity.Rule.BUTTONS_URL_VARIABLE;
import static com.siacapp.templates.entity.Rule.LINKS_INSECURE;
import static com.siacapp.templates.entity.Rule.LINKS_SHORTENED;
import static com.siacapp.templates.entity.Rule.LINKS_TO_WHATSAPP;

import com.siacapp.templates.entity.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cafe.example/menu",
                "https://",
                "ftp://cafe.example/",
                "mailto:ana@cafe.example",
                "https://cafe .example"
            })
    void a_button_opens_a_complete_web_address(String url) {
        Verdict.on(linkingTo(url, "")).breaksOnly(BUTTONS_URL_INVALID);
    }

    @Test
    void a_url_has_at_most_2000_characters() {
        var start = "https://cafe.example/";
        Verdict.on(linkingTo(start + "a".repeat(2000 - start.length()), "")).keepsAll();
        Verdict.on(linkingTo(start + "a".repeat(2001 - start.length()), "")).breaksOnly(BUTTONS_URL_TOO_LONG);
    }

    @Test
    void a_url_may_end_with_a_variable() {
        Verdict.on(linkingTo("https://cafe.example/?order={{1}}", "https://cafe.example/?order=7"))
                .keepsAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cafe.example/{{1}}/status", "https://cafe.example/{{1}}/{{2}}"})
    void a_url_has_one_variable_at_its_end(String url) {
        Verdict.on(linkingTo(url, "https://cafe.example/7/status")).breaksOnly(BUTTONS_URL_VARIABLE);
    }

    @Test
    void a_url_with_a_variable_has_an_example() {
        Verdict.on(linkingTo("https://cafe.example/{{1}}", " ")).breaksOnly(BUTTONS_URL_EXAMPLE_MISSING);
    }

    @Test
    void insecure_links_are_a_warning() {
        Verdict.on(linkingTo("http://cafe.example/", ""))
                .breaksOnly(LINKS_INSECURE, BUTTONS)
                .passes();
        Verdict.on(orderConfirmation().body("Vea su pedido en http://cafe.example/pedidos"))
                .breaksOnly(LINKS_INSECURE, BODY)
                .passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://bit.ly/3xyz", "bit.ly/3xyz", "HTTPS://BIT.LY/3xyz", "bit.ly."})
    void shortened_links_are_a_warning(String link) {
        Verdict.on(orderConfirmation().body("Vea su pedido en " + link))
                .breaksOnly(LINKS_SHORTENED, BODY)
                .passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rabbit.ly/x", "https://cafe.example/bit.ly-no", "https://bit.ly.cafe.example/"})
    void hosts_that_only_look_like_shorteners_are_free(String link) {
        Verdict.on(linkingTo(link, "")).keepsAll();
    }

    @Test
    void shortened_links_of_buttons_too() {
        Verdict.on(linkingTo("https://tinyurl.com/3xyz", "")).breaksOnly(LINKS_SHORTENED, BUTTONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wa.me/573001234567", "https://chat.whatsapp.com/abc"})
    void buttons_that_lead_back_to_whatsapp_are_a_warning(String url) {
        Verdict.on(linkingTo(url, "")).breaksOnly(LINKS_TO_WHATSAPP, BUTTONS).passes();
        Verdict.on(orderConfirmation().body("Escríbanos: " + url)).keepsAll();
    }

    private static TemplateDraft linkingTo(String url, String example) {
        return orderConfirmation().buttons(new Button.Url("Ver pedido", url, example));
    }
}
