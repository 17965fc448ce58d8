package com.siacapp.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in with a browser. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SignInIT {

    @Test
    void a_wrong_password_and_an_unknown_person_look_the_same() {
        var wrong = new Browser().signIn(Person.AUTHOR.email(), "wrong");
        var unknown = new Browser().signIn("nobody@demo.siac.test", "wrong");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.page().select("main").text())
                .isEqualTo(unknown.page().select("main").text());
        assertThat(wrong.body()).doesNotContain("value=\"wrong\"");
    }

    @Test
    void an_address_no_database_can_hold_is_like_any_other_that_nobody_has() {
        assertThat(new Browser().signIn("a\0b", "wrong").status()).isEqualTo(401);
    }

    @Test
    void a_malformed_login_hint_is_no_hint() {
        var request = OAuthClient.registered()
                .authorizationRequest()
                .with("login_hint", "a@b.c")
                .and("login_hint", "x");
        var browser = new Browser();
        var page = browser.open(request.openedBy(browser).location().orElseThrow());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().selectFirst("input[name=email]").attr("value")).isEmpty();
    }

    @Test
    void a_form_that_did_not_come_from_us_signs_nobody_in() {
        var form = Http.pairs(Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
        assertThat(new Browser().post("/signin", form).status()).isEqualTo(400);
        var withTokenOfAnother = new ArrayList<>(form);
        var token = new Browser()
                .open("/signin")
                .page()
                .selectFirst("input[name=csrf]")
                .attr("value");
        withTokenOfAnother.add(Map.entry("csrf", token));
        var victim = new Browser();
        victim.open("/signin");
        assertThat(victim.post("/signin", List.copyOf(withTokenOfAnother)).status())
                .isEqualTo(400);
    }

    @Test
    void signing_in_gives_a_new_session_and_ends_the_old_one() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var first = browser.cookie("siac-session");
        var page = browser.open("/signin?return_to=x");
        browser.submit(page, Map.of("email", Person.VIEWER.email(), "password", Person.VIEWER.password()));
        assertThat(browser.cookie("siac-session")).isNotEqualTo(first);
        var holderOfTheOld = new Browser().withCookie("siac-session", first);
        assertThat(OAuthClient.registered()
                        .authorizationRequest()
                        .openedBy(holderOfTheOld)
                        .location())
                .isPresent();
    }

    @Test
    void the_way_back_after_signing_in_leads_to_an_authorization_request_and_nowhere_else() {
        var strangers = new String[] {
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example",
            "javascript:alert(1)",
            "/oauth/authorize.evil"
        };
        for (var stranger : strangers) {
            var browser = new Browser();
            var page = browser.open("/signin?return_to=" + URLEncoder.encode(stranger, UTF_8));
            var answer =
                    browser.submit(page, Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
            assertThat(answer.location().orElseThrow().getPath()).as(stranger).isEqualTo("/signin");
            assertThat(answer.location().orElseThrow().toString()).doesNotContain("evil");
        }
    }

    @Test
    void the_person_comes_back_to_the_request_that_waits() {
        var request = OAuthClient.registered().authorizationRequest();
        var browser = new Browser();
        var signIn = browser.open(request.openedBy(browser).location().orElseThrow());
        var answer =
                browser.submit(signIn, Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
        var consent = browser.open(answer.location().orElseThrow());
        assertThat(consent.status()).isEqualTo(200);
        assertThat(consent.page().select("button[name=decision]").eachAttr("value"))
                .contains("allow", "deny");
    }

    @Test
    void a_session_ends_when_unused() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var request = OAuthClient.registered().authorizationRequest();
        assertThat(request.openedBy(browser).status()).isEqualTo(200);
        Time.passes(Duration.ofMinutes(31));
        assertThat(request.openedBy(browser).location().orElseThrow().getPath()).isEqualTo("/signin");
    }

    @Test
    void signing_out_ends_the_session_on_the_server_too() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var stolen = browser.cookie("siac-session");
        var goodbye = browser.submit(browser.open("/signin"), Map.of());
        assertThat(browser.open(goodbye.location().orElseThrow()).status()).isEqualTo(200);
        var thief = new Browser().withCookie("siac-session", stolen);
        assertThat(OAuthClient.registered()
                        .authorizationRequest()
                        .openedBy(thief)
                        .location()
                        .orElseThrow()
                        .getPath())
                .isEqualTo("/signin");
    }

    @Test
    void pages_run_no_script_and_cannot_be_framed() {
        var page = new Browser().open("/signin");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.page().select("script")).isEmpty();
        assertThat(page.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void a_page_speaks_the_language_of_the_client_or_the_browser() {
        assertThat(new Browser().open("/signin?lang=es").page().select("html").attr("lang"))
                .isEqualTo("es");
        var request = OAuthClient.registered().authorizationRequest().with("ui_locales", "fr es");
        assertThat(request.openedBy(Browser.signedInAs(Person.AUTHOR))
                        .page()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("es");
    }
}
