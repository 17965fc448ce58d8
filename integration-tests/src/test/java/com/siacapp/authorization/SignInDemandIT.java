package com.siacapp.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.AuthorizationRequest;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who must be signed in, and how recently, before a request is answered (OpenID Connect Core §3.1.2.1). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SignInDemandIT {

    @Test
    void prompt_login_asks_again_who_is_signed_in_and_once_is_enough() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var request = OAuthClient.registered().authorizationRequest().with("prompt", "login");
        var sent = request.openedBy(browser);
        assertSentToSignIn(sent);
        assertThat(isConsent(signInAndReturn(browser, sent))).isTrue();
    }

    @Test
    void what_else_was_prompted_stays_asked() {
        var client = OAuthClient.ofTheDemoCompany();
        client.tokensFor(Person.AUTHOR, "siac.templates.read");
        var request = client.authorizationRequest().with("scope", "siac.templates.read");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var sent = request.with("prompt", "login consent").openedBy(browser);
        assertThat(isConsent(signInAndReturn(browser, sent))).isTrue();
    }

    @Test
    void max_age_asks_again_only_who_signed_in_longer_ago() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var request = OAuthClient.registered().authorizationRequest().with("max_age", "300");
        assertThat(isConsent(request.openedBy(browser))).isTrue();
        Time.passes(Duration.ofMinutes(6));
        var sent = request.openedBy(browser);
        assertSentToSignIn(sent);
        assertThat(isConsent(signInAndReturn(browser, sent))).isTrue();
    }

    @Test
    void a_max_age_of_zero_asks_once_and_not_for_ever() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        Time.passes(Duration.ofSeconds(2));
        var sent = OAuthClient.registered()
                .authorizationRequest()
                .with("max_age", "0")
                .openedBy(browser);
        assertSentToSignIn(sent);
        assertThat(isConsent(signInAndReturn(browser, sent))).isTrue();
    }

    @Test
    void too_old_a_sign_in_is_login_required_when_no_page_may_be_shown() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var request = OAuthClient.ofTheDemoCompany().authorizationRequest().with("prompt", "none");
        Time.passes(Duration.ofMinutes(6));
        assertThat(request.with("max_age", "300").openedBy(browser).error()).isEqualTo("login_required");
    }

    @Test
    void an_id_token_hint_asks_for_the_person_it_names() {
        var client = OAuthClient.ofTheDemoCompany();
        var tokens = client.tokensFor(Person.AUTHOR, "openid");
        var request = client.authorizationRequest().with("scope", "openid").with("id_token_hint", tokens.id());
        assertThat(request.openedBy(Browser.signedInAs(Person.AUTHOR)).redirectParameters())
                .containsKey("code");
        var another = Browser.signedInAs(Person.VIEWER);
        assertSentToSignIn(request.openedBy(another));
        assertThat(request.with("prompt", "none").openedBy(another).error()).isEqualTo("login_required");
    }

    @Test
    void an_expired_hint_is_still_a_hint() {
        var client = OAuthClient.ofTheDemoCompany();
        var tokens = client.tokensFor(Person.AUTHOR, "openid");
        Time.passes(Duration.ofHours(1));
        var request = client.authorizationRequest().with("id_token_hint", tokens.id());
        assertSentToSignIn(request.openedBy(Browser.signedInAs(Person.VIEWER)));
    }

    @Test
    void a_hint_that_proves_nothing_is_none() {
        var client = OAuthClient.registered();
        var access = client.tokensFor(Person.AUTHOR, "openid").access();
        var anothers =
                OAuthClient.registered().tokensFor(Person.AUTHOR, "openid").id();
        for (var hint : new String[] {access, anothers, "e30.e30.", "no token"}) {
            var request = client.authorizationRequest().with("id_token_hint", hint);
            assertThat(isConsent(request.openedBy(Browser.signedInAs(Person.VIEWER))))
                    .isTrue();
        }
    }

    @Test
    void a_hint_that_proves_nothing_is_login_required_when_nobody_may_be_asked() {
        var client = OAuthClient.ofTheDemoCompany();
        var access = client.tokensFor(Person.AUTHOR, "openid").access();
        var anothers =
                OAuthClient.registered().tokensFor(Person.AUTHOR, "openid").id();
        var request = client.authorizationRequest().with("scope", "openid").with("prompt", "none");
        assertThat(request.openedBy(Browser.signedInAs(Person.AUTHOR)).redirectParameters())
                .containsKey("code");
        for (var hint : new String[] {access, anothers, "e30.e30.", "no token"}) {
            assertThat(request.with("id_token_hint", hint)
                            .openedBy(Browser.signedInAs(Person.AUTHOR))
                            .error())
                    .as(hint)
                    .isEqualTo("login_required");
        }
    }

    @Test
    void a_posted_hint_means_the_same_and_comes_into_no_address() {
        var client = OAuthClient.ofTheDemoCompany();
        var token = client.tokensFor(Person.AUTHOR, "openid").id();
        var request = client.authorizationRequest().with("scope", "openid").with("id_token_hint", token);
        var address = posted(request);
        assertThat(address.toString())
                .doesNotContain(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')))
                .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        assertThat(Browser.signedInAs(Person.AUTHOR).open(address).redirectParameters())
                .containsKey("code");
        assertSentToSignIn(Browser.signedInAs(Person.VIEWER).open(address));
        var silently = posted(request.with("prompt", "none"));
        assertThat(Browser.signedInAs(Person.AUTHOR).open(silently).redirectParameters())
                .containsKey("code");
        assertThat(Browser.signedInAs(Person.VIEWER).open(silently).error()).isEqualTo("login_required");
    }

    @Test
    void what_becomes_of_a_posted_hint_is_no_id_token() throws Exception {
        var client = OAuthClient.ofTheDemoCompany();
        var token = client.tokensFor(Person.AUTHOR, "openid").id();
        var request = client.authorizationRequest().with("id_token_hint", token);
        var posted = new Browser().post("/oauth/authorize", request.parameters());
        var hint = SignedJWT.parse(posted.redirectParameters().get("id_token_hint"));
        assertThat(hint.getHeader().getType()).isNotEqualTo(JOSEObjectType.JWT);
        assertThat(hint.getJWTClaimsSet().getClaims().keySet()).containsExactlyInAnyOrder("iss", "sub", "aud", "exp");
        assertThat(hint.getJWTClaimsSet().getExpirationTime()).isBeforeOrEqualTo(Date.from(Time.now()));
    }

    @Test
    void a_posted_hint_that_proves_nothing_is_none_or_login_required_when_nobody_may_be_asked() {
        var client = OAuthClient.ofTheDemoCompany();
        client.tokensFor(Person.AUTHOR, "openid");
        var anothers =
                OAuthClient.registered().tokensFor(Person.AUTHOR, "openid").id();
        for (var hint : new String[] {anothers, "e30.e30.", "no token"}) {
            var request = client.authorizationRequest().with("scope", "openid").with("id_token_hint", hint);
            assertThat(posted(request).toString()).doesNotContain(anothers);
            assertThat(Browser.signedInAs(Person.AUTHOR).open(posted(request)).redirectParameters())
                    .containsKey("code");
            assertThat(Browser.signedInAs(Person.AUTHOR)
                            .open(posted(request.with("prompt", "none")))
                            .error())
                    .isEqualTo("login_required");
        }
    }

    @Test
    void a_login_hint_fills_in_the_field() {
        var browser = new Browser();
        var sent = OAuthClient.registered()
                .authorizationRequest()
                .with("login_hint", "ana@example.org")
                .openedBy(browser);
        assertThat(browser.open(sent.location().orElseThrow())
                        .page()
                        .select("input[name=email]")
                        .val())
                .isEqualTo("ana@example.org");
    }

    @Test
    void the_sign_in_page_speaks_the_language_the_client_asks_for() {
        var browser = new Browser();
        var sent = OAuthClient.registered()
                .authorizationRequest()
                .with("ui_locales", "es-PE en")
                .openedBy(browser);
        assertThat(browser.open(sent.location().orElseThrow())
                        .page()
                        .select("html")
                        .attr("lang"))
                .isEqualTo("es");
    }

    /** Where a form of another site leads the browser: it brings no cookie of ours. */
    private static URI posted(AuthorizationRequest request) {
        var answer = new Browser().post("/oauth/authorize", request.parameters());
        assertThat(answer.status()).isEqualTo(303);
        return answer.location().orElseThrow();
    }

    private static Answer signInAndReturn(Browser browser, Answer sent) {
        var page = browser.open(sent.location().orElseThrow());
        var fields = java.util.Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password());
        return browser.open(browser.submit(page, fields).location().orElseThrow());
    }

    private static void assertSentToSignIn(Answer answer) {
        assertThat(answer.location().orElseThrow().getPath()).isEqualTo("/signin");
    }

    private static boolean isConsent(Answer answer) {
        return !answer.page().select("button[value=allow]").isEmpty();
    }
}
