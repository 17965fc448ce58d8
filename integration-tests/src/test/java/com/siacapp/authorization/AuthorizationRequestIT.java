package com.siacapp.authorization;

import static com.siacapp.testkit.OAuthClient.REDIRECT_URI;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.AuthorizationRequest;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Tokens;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which authorization requests are answered how. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AuthorizationRequestIT {

    private static final String LONG = "x".repeat(5000);

    @TestFactory
    Stream<DynamicTest> requests_whose_error_the_client_is_told() {
        var elsewhere = "https://elsewhere.example/mcp";
        return Stream.of(
                redirected("without response_type", "invalid_request", r -> r.without("response_type")),
                redirected("for a token", "unsupported_response_type", r -> r.with("response_type", "token")),
                redirected(
                        "for an ID token", "unsupported_response_type", r -> r.with("response_type", "code id_token")),
                redirected("with two response types", "invalid_request", r -> r.and("response_type", "code")),
                redirected("with a fragment answer", "invalid_request", r -> r.with("response_mode", "fragment")),
                redirected("without a code challenge", "invalid_request", r -> r.without("code_challenge")),
                redirected("without a method", "invalid_request", r -> r.without("code_challenge_method")),
                redirected("with the plain method", "invalid_request", r -> r.with("code_challenge_method", "plain")),
                redirected("with a challenge that is no hash", "invalid_request", r -> r.with("code_challenge", "abc")),
                redirected("with two challenges", "invalid_request", r -> r.and("code_challenge", "x".repeat(43))),
                redirected("for a foreign resource", "invalid_target", r -> r.with("resource", elsewhere)),
                redirected("for a foreign resource too", "invalid_target", r -> r.and("resource", elsewhere)),
                redirected("with a fragment", "invalid_target", r -> r.with("resource", TestServer.resource() + "#x")),
                redirected("for the issuer", "invalid_target", r -> r.with("resource", "" + TestServer.address())),
                redirected("for a path below", "invalid_target", r -> r.with("resource", TestServer.resource() + "/x")),
                redirected("with two slashes", "invalid_target", r -> r.with("resource", TestServer.resource() + "//")),
                redirected("with an unknown prompt", "invalid_request", r -> r.with("prompt", "create")),
                redirected("with none and more", "invalid_request", r -> r.with("prompt", "none login")),
                redirected("with an age that is none", "invalid_request", r -> r.with("max_age", "-1")),
                redirected(
                        "with two ages",
                        "invalid_request",
                        r -> r.with("max_age", "9").and("max_age", "9")),
                redirected("with a thumbprint that is none", "invalid_request", r -> r.with("dpop_jkt", "abc")),
                redirected("for unknown scopes only", "invalid_scope", r -> r.with("scope", "root everything")),
                redirected(
                        "with two scopes",
                        "invalid_request",
                        r -> r.with("scope", "openid").and("scope", "email")),
                redirected(
                        "with two nonces",
                        "invalid_request",
                        r -> r.with("nonce", "a").and("nonce", "b")),
                redirected(
                        "with two wishes how to sign in",
                        "invalid_request",
                        r -> r.with("acr_values", "a").and("acr_values", "b")),
                redirected("with an oversized nonce", "invalid_request", r -> r.with("nonce", LONG)),
                redirected("with U+0000 as nonce", "invalid_request", r -> r.with("nonce", "a\0b")),
                redirected("with a request object", "invalid_request", r -> r.with("request", "e30.e30.")),
                redirected("with its address", "invalid_request", r -> r.with("request_uri", "https://evil.example/")));
    }

    @TestFactory
    Stream<DynamicTest> requests_whose_error_only_the_person_sees() {
        var malformed = Stream.of(
                shown("without client_id", r -> r.without("client_id")),
                shown("of an unknown client", r -> r.with("client_id", "nobody")),
                shown("of two clients", r -> r.and("client_id", "nobody")),
                shown("with an oversized client_id", r -> r.with("client_id", LONG)),
                shown("with U+0000 in client_id", r -> r.with("client_id", "a\0b")),
                shown("with SQL as client_id", r -> r.with("client_id", "' or '1'='1")),
                shown("with two redirect URIs", r -> r.and("redirect_uri", "https://evil.example/")));
        var tricks = Stream.of(
                        "https://evil.example/callback",
                        "http://127.0.0.1.evil.example:43210/callback",
                        "http://127.0.0.1:43210@evil.example/callback",
                        "http://evil.example#@127.0.0.1:43210/callback",
                        "http://evil.example\\@127.0.0.1:43210/callback",
                        "http://127.0.0.1:43210/callback/../../evil",
                        "http://127.0.0.1:43210/callback/",
                        "http://127.0.0.1:43210/Callback",
                        "http://127.0.0.1:43210/callback?extra=1",
                        "http://127.0.0.1:43210/callback#fragment",
                        "http://127.0.0.1:43210/callback%2e",
                        "HTTP://127.0.0.1:43210/callback",
                        "https://127.0.0.1:43210/callback",
                        "http://localhost:43210/callback",
                        "http://127.0.0.2:43210/callback",
                        "http://127.1:43210/callback",
                        "http://[::1]:43210/callback",
                        "//127.0.0.1:43210/callback",
                        "javascript:alert(1)",
                        "/callback",
                        "http://127.0.0.1:notaport/callback")
                .map(uri -> shown("with " + uri, request -> request.with("redirect_uri", uri)));
        return Stream.concat(malformed, tricks);
    }

    @Test
    void unknown_parameters_are_ignored_and_empty_ones_count_as_absent() {
        var request = OAuthClient.registered()
                .authorizationRequest()
                .with("favourite_colour", "blue")
                .and("favourite_colour", "red")
                .with("nonce", "")
                .with("prompt", "")
                .with("max_age", "");
        assertThat(request.allowedBy(Person.AUTHOR)).isNotBlank();
    }

    @Test
    void any_port_on_this_computer_is_the_registered_one() {
        var answer = OAuthClient.registered()
                .authorizationRequest()
                .with("redirect_uri", "http://127.0.0.1:5/callback")
                .answeredWith("allow", Browser.signedInAs(Person.AUTHOR));
        assertThat(answer.redirectsTo("http://127.0.0.1:5/callback")).isTrue();
    }

    @Test
    void a_redirect_uri_on_the_web_has_exactly_the_registered_port() {
        var client = OAuthClient.registered(
                metadata -> metadata.putArray("redirect_uris").add("https://app.example/callback"));
        assertShown(client.authorizationRequest().with("redirect_uri", "https://app.example:8443/callback"));
    }

    @Test
    void the_redirect_uri_may_be_left_out_only_when_one_is_registered() {
        var one = OAuthClient.registered().authorizationRequest().without("redirect_uri");
        assertThat(one.answeredWith("allow", Browser.signedInAs(Person.AUTHOR)).redirectsTo(REDIRECT_URI))
                .isTrue();
        var two = OAuthClient.registered(
                metadata -> metadata.putArray("redirect_uris").add(REDIRECT_URI).add("https://app.example/callback"));
        assertShown(two.authorizationRequest().without("redirect_uri"));
    }

    @Test
    void the_answer_carries_code_state_and_issuer() {
        var answer = OAuthClient.registered()
                .authorizationRequest()
                .answeredWith("allow", Browser.signedInAs(Person.AUTHOR));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.redirectParameters()).containsOnlyKeys("code", "state", "iss");
        assertThat(answer.redirectParameters())
                .containsEntry("state", OAuthClient.STATE)
                .containsEntry("iss", TestServer.address().toString());
    }

    @Test
    void a_no_is_told_to_the_client_with_state_and_issuer() {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var request = OAuthClient.registered().authorizationRequest();
        var answer = Database.unchangedBy(() -> request.answeredWith("deny", browser));
        assertThat(answer.error()).isEqualTo("access_denied");
        assertThat(answer.redirectParameters()).containsKeys("state", "iss");
    }

    @Test
    void the_log_says_which_client_was_answered_what() {
        var client = OAuthClient.registered();
        var browser = Browser.signedInAs(Person.AUTHOR);
        var log = ServerLog.during(() -> {
            client.authorizationRequest().with("scope", "root").openedBy(browser);
            client.authorizationRequest().answeredWith("deny", browser);
        });
        var answered = "Client " + client.id() + " is answered ";
        assertThat(log).contains(answered + "invalid_scope", answered + "access_denied");
    }

    @Test
    void no_link_sends_a_person_to_a_client_nobody_vouches_for_not_even_with_prompt_none() {
        var request = OAuthClient.onTheWeb().authorizationRequest().with("prompt", "none");
        for (var browser : List.of(new Browser(), Browser.signedInAs(Person.AUTHOR))) {
            var answer = request.openedBy(browser);
            assertThat(answer.location()).isEmpty();
            assertThat(answer.offersTheWayBackTo(OAuthClient.WEB_REDIRECT_URI)).isTrue();
            assertThat(answer.page().text()).contains("app.example");
        }
    }

    @Test
    void a_client_that_an_administrator_vouches_for_is_told_at_once() {
        var request = OAuthClient.ofTheDemoCompany().authorizationRequest().with("prompt", "none");
        assertThat(request.openedBy(new Browser()).offeredBack()).containsEntry("error", "login_required");
        var signedIn = request.openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(signedIn.error()).isEqualTo("consent_required");
        assertThat(signedIn.redirectParameters())
                .containsEntry("iss", TestServer.address().toString())
                .containsEntry("state", OAuthClient.STATE);
    }

    @Test
    void a_lone_trailing_slash_means_the_same_resource_and_the_token_names_it_without() {
        assertMeansOurResource(TestServer.resource() + "/");
    }

    @Test
    void an_alias_that_the_operator_configured_means_the_same_resource() {
        assertMeansOurResource(TestServer.RESOURCE_ALIAS);
    }

    private static void assertMeansOurResource(String alias) {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().with("resource", alias).allowedBy(Person.AUTHOR);
        var answer = client.redeem(code, form -> {
            form.put("resource", alias);
            return form;
        });
        assertThat(Tokens.of(answer).claims().getAudience())
                .containsExactly(TestServer.resource().toString());
    }

    @Test
    void nobody_is_redirected_to_a_client_before_signing_in_not_even_with_an_error() {
        var request = OAuthClient.registered().authorizationRequest().with("scope", "root");
        assertThat(request.openedBy(new Browser()).location().orElseThrow().getPath())
                .isEqualTo("/signin");
    }

    private static DynamicTest redirected(String what, String error, UnaryOperator<AuthorizationRequest> change) {
        return DynamicTest.dynamicTest(what + ": " + error, () -> {
            var request = change.apply(OAuthClient.registered().authorizationRequest());
            var browser = Browser.signedInAs(Person.AUTHOR);
            var answer = Database.unchangedBy(() -> request.openedBy(browser));
            assertThat(answer.location()).isEmpty();
            assertThat(answer.offersTheWayBackTo(REDIRECT_URI)).isTrue();
            assertThat(answer.offeredBack())
                    .containsEntry("error", error)
                    .containsEntry("iss", TestServer.address().toString())
                    .containsEntry("state", OAuthClient.STATE)
                    .doesNotContainKey("code");
        });
    }

    private static DynamicTest shown(String what, UnaryOperator<AuthorizationRequest> change) {
        return DynamicTest.dynamicTest(
                what, () -> assertShown(change.apply(OAuthClient.registered().authorizationRequest())));
    }

    private static void assertShown(AuthorizationRequest request) {
        var browser = Browser.signedInAs(Person.AUTHOR);
        var answer = Database.unchangedBy(() -> request.openedBy(browser));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.page().select("h1").text()).isNotBlank();
    }
}
