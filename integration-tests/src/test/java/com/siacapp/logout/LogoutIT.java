package com.siacapp.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenID Connect RP-Initiated Logout. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LogoutIT {

    private static final String AFTERWARDS = "https://app.example/bye";

    private final OAuthClient client = OAuthClient.registered(
            metadata -> metadata.putArray("post_logout_redirect_uris").add(AFTERWARDS));

    @Test
    void a_link_alone_signs_nobody_out() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = asked(browser, Map.of());
        assertThat(page.status()).isEqualTo(200);
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void who_says_yes_is_signed_out_and_sent_where_the_client_wants() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = asked(browser, toTheApp());
        assertThat(page.page().text()).contains("Test client");
        var answer = browser.submit(page, Map.of("decision", "sign-out"));
        assertThat(answer.redirectsTo(AFTERWARDS)).isTrue();
        assertThat(answer.redirectParameters()).containsEntry("state", "a&b");
        assertThat(browser.isSignedIn()).isFalse();
    }

    @Test
    void who_says_no_stays_signed_in() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var answer = browser.submit(asked(browser, toTheApp()), Map.of("decision", "stay"));
        assertThat(answer.redirectsTo(AFTERWARDS)).isFalse();
        assertThat(browser.isSignedIn()).isTrue();
    }

    @Test
    void the_id_token_names_the_client_too() {
        var tokens = client.tokensFor(Person.AUTHOR, "openid");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var parameters = Map.of("id_token_hint", tokens.id(), "post_logout_redirect_uri", AFTERWARDS);
        var answer = browser.submit(asked(browser, parameters), Map.of("decision", "sign-out"));
        assertThat(answer.redirectsTo(AFTERWARDS)).isTrue();
    }

    /** A form of another site brings no cookie of ours; the redirect that follows does. */
    @Test
    void a_client_may_post_its_wish_and_the_person_is_asked_as_by_a_link() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var posted = new Browser().post("/oauth/logout", Http.pairs(toTheApp()));
        assertThat(posted.status()).isEqualTo(303);
        var page = browser.open(posted.location().orElseThrow());
        assertThat(browser.isSignedIn()).isTrue();
        assertThat(browser.submit(page, Map.of("decision", "sign-out")).redirectsTo(AFTERWARDS))
                .isTrue();
    }

    @Test
    void a_posted_id_token_comes_into_no_address_and_still_names_the_client() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var token = client.tokensFor(Person.AUTHOR, "openid").id();
        var posted = new Browser()
                .post(
                        "/oauth/logout",
                        Http.pairs(Map.of("id_token_hint", token, "post_logout_redirect_uri", AFTERWARDS)));
        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.redirectParameters()).doesNotContainKey("id_token_hint");
        assertThat(posted.location().orElseThrow().toString())
                .doesNotContain(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')))
                .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        var page = browser.open(posted.location().orElseThrow());
        assertThat(browser.submit(page, Map.of("decision", "sign-out")).redirectsTo(AFTERWARDS))
                .isTrue();
    }

    @Test
    void a_posted_id_token_that_contradicts_the_client_or_is_repeated_is_refused() {
        var token = OAuthClient.registered().tokensFor(Person.AUTHOR, "openid").id();
        for (var form : List.of(
                List.of(Map.entry("id_token_hint", token), Map.entry("client_id", client.id())),
                List.of(Map.entry("id_token_hint", token), Map.entry("id_token_hint", token)))) {
            var answer = new Browser().post("/oauth/logout", form);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.location()).isEmpty();
        }
    }

    @Test
    void a_posted_hint_that_proves_nothing_names_no_client() {
        var posted = new Browser()
                .post(
                        "/oauth/logout",
                        Http.pairs(Map.of("id_token_hint", "no token", "post_logout_redirect_uri", AFTERWARDS)));
        var page = Browser.signedInAs(Person.AUTHOR).open(posted.location().orElseThrow());
        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    void nobody_is_sent_to_an_address_the_client_did_not_register() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        for (var address : new String[] {"https://evil.example/", AFTERWARDS + "/", AFTERWARDS + "?x=y"}) {
            var page = asked(browser, Map.of("client_id", client.id(), "post_logout_redirect_uri", address));
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.location()).isEmpty();
        }
        assertThat(asked(browser, Map.of("post_logout_redirect_uri", AFTERWARDS))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_client_and_an_id_token_that_contradict_each_other_are_refused() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR, "openid");
        var page = asked(
                Browser.signedInAs(Person.AUTHOR), Map.of("id_token_hint", tokens.id(), "client_id", client.id()));
        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    void who_is_signed_out_already_is_offered_the_way_and_not_sent_whoever_vouches_for_the_app() {
        var vouchedFor = OAuthClient.published(
                OAuthClient.REDIRECT_URI,
                document -> document.putArray("post_logout_redirect_uris").add(AFTERWARDS));
        vouchedFor.tokensFor(Person.AUTHOR);
        for (var app : List.of(client, vouchedFor)) {
            var answer = asked(new Browser(), to(app));
            assertThat(answer.location()).isEmpty();
            assertThat(answer.offersTheWayBackTo(AFTERWARDS)).isTrue();
        }
    }

    @Test
    void a_form_of_another_request_or_of_nobody_signs_nobody_out() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var token = asked(browser, toTheApp()).page().select("input[name=csrf]").val();
        for (var stolen : new String[] {token, "x"}) {
            var answer = browser.post("/oauth/logout", Http.pairs(Map.of("csrf", stolen, "decision", "sign-out")));
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(browser.isSignedIn()).isTrue();
    }

    private Map<String, String> toTheApp() {
        return to(client);
    }

    private static Map<String, String> to(OAuthClient app) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("client_id", app.id());
        parameters.put("post_logout_redirect_uri", AFTERWARDS);
        parameters.put("state", "a&b");
        return parameters;
    }

    private static Answer asked(Browser browser, Map<String, String> parameters) {
        return browser.open("/oauth/logout?" + Http.encoded(Http.pairs(parameters)));
    }
}
