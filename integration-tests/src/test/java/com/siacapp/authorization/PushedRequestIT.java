package com.siacapp.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.AuthorizationRequest;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** RFC 9126: requests that clients leave with the server before they send the browser. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PushedRequestIT {

    @Test
    void a_pushed_request_is_worth_a_code() {
        var client = OAuthClient.confidential();
        var answer = client.push(client.authorizationRequest());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(90);
        var reference = client.reference(answer.json().path("request_uri").asText());
        assertThat(Tokens.of(client.redeem(reference.allowedBy(Person.AUTHOR))).areGood())
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> requests_nobody_may_push() {
        return Stream.of(
                refused("without PKCE", "invalid_request", r -> r.without("code_challenge")),
                refused(
                        "to a foreign address",
                        "invalid_request",
                        r -> r.with("redirect_uri", "https://evil.example/")),
                refused("for another's resource", "invalid_target", r -> r.with("resource", "https://evil.example/")),
                refused("for no known scope", "invalid_scope", r -> r.with("scope", "root")),
                refused("twice the state", "invalid_request", r -> r.and("state", "again")),
                refused("that refer to another", "invalid_request", r -> r.with("request_uri", "urn:x")),
                refused("of nobody", "invalid_client", r -> r.with("client_id", "nobody")),
                refused("of no client", "invalid_request", r -> r.without("client_id")));
    }

    @Test
    void a_confidential_client_cannot_push_without_its_secret() {
        var client = OAuthClient.confidential();
        var stranger = OAuthClient.registered();
        var answer = Database.unchangedBy(() -> stranger.push(client.authorizationRequest()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error()).isEqualTo("invalid_client");
    }

    /** RFC 9126 §2.1: client_id is required in a pushed request as in any other. */
    @Test
    void a_request_names_its_client_however_the_client_authenticates() {
        var client =
                OAuthClient.registered(metadata -> metadata.put("token_endpoint_auth_method", "client_secret_basic"));
        var request = client.authorizationRequest();
        assertThat(pushedByBasic(client, request).status()).isEqualTo(201);
        assertThat(Database.unchangedBy(() -> pushedByBasic(client, request.without("client_id")))
                        .error())
                .isEqualTo("invalid_request");
        var another = OAuthClient.registered().id();
        assertThat(Database.unchangedBy(() -> pushedByBasic(client, request.with("client_id", another)))
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    void a_proof_sent_along_binds_the_code_to_its_key() {
        var key = DpopKey.generated();
        var client = OAuthClient.registered();
        for (var request : List.of(
                client.authorizationRequest(), client.authorizationRequest().with("dpop_jkt", key.thumbprint()))) {
            var code = client.pushed(request, key.proofForPushing()).allowedBy(Person.AUTHOR);
            for (var thief : List.of(client, client.proving(DpopKey.generated()))) {
                assertThat(Database.unchangedBy(() -> thief.redeem(code)).error())
                        .isEqualTo("invalid_grant");
            }
            assertThat(client.proving(key).redeem(code).status()).isEqualTo(200);
        }
    }

    @Test
    void a_proof_that_does_not_hold_or_contradicts_the_request_is_refused() {
        var key = DpopKey.generated();
        var client = OAuthClient.registered();
        var request = client.authorizationRequest();
        var spent = key.proofForPushing();
        assertThat(client.push(request, spent).status()).isEqualTo(201);
        for (var proofs : List.of(
                new String[] {spent},
                new String[] {key.proofForTokens()},
                new String[] {"rubbish"},
                new String[] {""},
                new String[] {key.proofForPushing(), key.proofForPushing()})) {
            assertThat(Database.unchangedBy(() -> client.push(request, proofs)).error())
                    .isEqualTo("invalid_dpop_proof");
        }
        var anothers = request.with("dpop_jkt", DpopKey.generated().thumbprint());
        assertThat(Database.unchangedBy(() -> client.push(anothers, key.proofForPushing()))
                        .error())
                .isEqualTo("invalid_request");
    }

    @Test
    void what_the_address_says_besides_does_not_count() {
        var client = OAuthClient.registered();
        var pushed = client.pushed(client.authorizationRequest().with("scope", "siac.templates.read"));
        var code = pushed.with("scope", "siac.user.full_access")
                .with("redirect_uri", "https://evil.example/")
                .allowedBy(Person.AUTHOR);
        assertThat(Tokens.of(client.redeem(code)).scope()).isEqualTo("siac.templates.read");
    }

    @Test
    void a_reference_is_only_good_for_who_pushed() {
        var client = OAuthClient.registered();
        var pushed = client.pushed(client.authorizationRequest());
        assertExpired(pushed.with("client_id", OAuthClient.registered().id()));
    }

    @Test
    void a_reference_nobody_opens_expires() {
        var client = OAuthClient.registered();
        var pushed = client.pushed(client.authorizationRequest());
        Time.passes(Duration.ofSeconds(91));
        assertExpired(pushed);
    }

    @Test
    void once_opened_there_is_time_to_decide_but_not_for_ever() {
        var client = OAuthClient.registered();
        var browser = Browser.signedInAs(Person.AUTHOR);
        var pushed = client.pushed(client.authorizationRequest());
        var shown = pushed.openedBy(browser);
        Time.passes(Duration.ofMinutes(10));
        var late = client.pushed(client.authorizationRequest());
        var shownLate = late.openedBy(browser);
        assertThat(browser.submit(shown, Map.of("decision", "allow")).redirectParameters())
                .containsKey("code");
        Time.passes(Duration.ofMinutes(16));
        assertThat(browser.submit(shownLate, Map.of("decision", "allow")).status())
                .isEqualTo(400);
    }

    @Test
    void of_many_that_answer_one_reference_at_once_one_gets_a_code() throws Exception {
        var client = OAuthClient.registered();
        var browser = Browser.signedInAs(Person.AUTHOR);
        var shown = client.pushed(client.authorizationRequest()).openedBy(browser);
        var answers = Race.of(() -> browser.submit(shown, Map.of("decision", "allow")));
        assertThat(answers.stream().filter(answer -> answer.redirectParameters().containsKey("code")))
                .hasSize(1);
    }

    @Test
    void a_client_can_register_that_it_pushes_all_its_requests() {
        var client = OAuthClient.registered(metadata -> metadata.put("require_pushed_authorization_requests", true));
        var direct = client.authorizationRequest().openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(direct.offeredBack()).containsEntry("error", "invalid_request");
        assertThat(client.pushed(client.authorizationRequest()).allowedBy(Person.AUTHOR))
                .isNotBlank();
    }

    @Test
    void a_pushed_request_to_sign_in_again_cannot_be_talked_away() {
        var client = OAuthClient.registered();
        var browser = Browser.signedInAs(Person.AUTHOR);
        var pushed = client.pushed(client.authorizationRequest().with("prompt", "login"));
        Time.passes(Duration.ofSeconds(1));
        var sentToSignIn = pushed.with("prompt", "consent").openedBy(browser);
        assertThat(sentToSignIn.location().orElseThrow().getPath()).isEqualTo("/signin");
        var form = browser.open(sentToSignIn.location().orElseThrow());
        browser.submit(form, Map.of("email", Person.AUTHOR.email(), "password", Person.AUTHOR.password()));
        assertThat(pushed.openedBy(browser).page().select("button[value=allow]"))
                .isNotEmpty();
    }

    private static Answer pushedByBasic(OAuthClient client, AuthorizationRequest request) {
        var pair = (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8);
        return Http.postForm(
                "/oauth/par",
                request.parameters(),
                more -> more.header(
                        "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    private static void assertExpired(AuthorizationRequest request) {
        var answer = Database.unchangedBy(() -> request.openedBy(Browser.signedInAs(Person.AUTHOR)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    private static DynamicTest refused(String what, String error, UnaryOperator<AuthorizationRequest> change) {
        return DynamicTest.dynamicTest(what, () -> {
            var client = OAuthClient.registered();
            var request = change.apply(client.authorizationRequest());
            var answer = Database.unchangedBy(() -> client.push(request));
            assertThat(answer.error()).isEqualTo(error);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
        });
    }
}
