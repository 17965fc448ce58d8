package com.siacapp.signin;

import static com.siacapp.testkit.Link.GOOD_PASSWORD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
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

    /** Of the tests' good password, with parameters nobody would choose today. */
    private static final String WEAK_HASH =
            "$argon2id$v=19$m=8192,t=1,p=1$8TseeJWMJN3ZGHzikLaudg$xPGEcLU7QXUKSjwMRQDKWJ1T2MbTwzF6DXj3kHKIqd4";

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

    /** OAuth 2.1 §7.5.2: a 307 would post the password to where the browser goes next. */
    @Test
    void after_the_password_the_browser_goes_on_without_it() {
        var browser = new Browser();
        var asked = OAuthClient.registered().authorizationRequest().openedBy(browser);
        var page = browser.open(asked.location().orElseThrow());
        var answer = browser.submit(page, Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.redirectsTo("/oauth/authorize")).isTrue();
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
        for (var next : new Person[] {Person.AUTHOR, Person.VIEWER}) {
            var browser = Browser.signedInAs(Person.AUTHOR);
            var first = browser.cookie("siac-session");
            assertThat(isSignedIn(first)).isTrue();
            var page = browser.open("/signin?return_to=x");
            browser.submit(page, Map.of("email", next.email(), "password", next.password()));
            assertThat(browser.cookie("siac-session")).isNotEmpty().isNotEqualTo(first);
            assertThat(isSignedIn(browser.cookie("siac-session"))).isTrue();
            assertThat(isSignedIn(first)).isFalse();
            assertThat(Database.value("select string_agg(s::text, ' ') from browser_session s"))
                    .doesNotContain(browser.cookie("siac-session"));
        }
    }

    @Test
    void a_session_that_somebody_put_into_the_browser_is_not_the_one_of_the_sign_in() {
        var planted = "x".repeat(43);
        var browser = new Browser().withCookie("siac-session", planted);
        browser.signIn(Person.AUTHOR.email(), Person.AUTHOR.password());
        assertThat(browser.cookie("siac-session")).isNotEqualTo(planted);
        assertThat(isSignedIn(planted)).isFalse();
    }

    @Test
    void a_sign_in_that_a_new_password_overtakes_is_refused_and_does_not_bring_the_old_one_back() {
        var email = Staff.ofTheDemoCompany().email();
        Database.execute("update app_user set password_hash = '" + WEAK_HASH + "' where email = '" + email + "'");
        var person = "app_user where email = '" + email + "'";
        var other = "(select password_hash from app_user where email = '" + Person.AUTHOR.email() + "')";
        var answer = Database.overtaken(
                "select 1 from " + person,
                () -> new Browser().signIn(email, GOOD_PASSWORD),
                "update app_user set password_hash = " + other + " where email = '" + email + "'");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(Database.value("select password_hash = " + other + " from " + person))
                .isEqualTo("t");
        assertThat(Database.value(
                        "select count(*) from browser_session where user_id = (select id from " + person + ")"))
                .isEqualTo("0");
    }

    @Test
    void a_sign_in_that_another_one_overtakes_which_hashed_the_password_anew_is_not_refused() {
        var email = Staff.ofTheDemoCompany().email();
        var person = "app_user where email = '" + email + "'";
        var strong = Database.value("select password_hash from " + person);
        Database.execute("update app_user set password_hash = '" + WEAK_HASH + "' where email = '" + email + "'");
        var answer = Database.overtaken(
                "select 1 from " + person,
                () -> new Browser().signIn(email, GOOD_PASSWORD),
                "update app_user set password_hash = '" + strong + "' where email = '" + email + "'");
        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void a_weak_hash_is_replaced_at_the_next_sign_in() {
        var email = Staff.ofTheDemoCompany().email();
        Database.execute("update app_user set password_hash = '" + WEAK_HASH + "' where email = '" + email + "'");
        assertThat(Race.of(() -> new Browser().signIn(email, GOOD_PASSWORD)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(Database.value("select password_hash from app_user where email = '" + email + "'"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new Browser().signIn(email, GOOD_PASSWORD).status()).isEqualTo(303);
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

    private static boolean isSignedIn(String session) {
        return new Browser().withCookie("siac-session", session).isSignedIn();
    }
}
