package com.siacapp.token;

import static com.siacapp.testkit.Form.with;
import static com.siacapp.testkit.Form.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Audit;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Pkce;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
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

/** What an authorization code is good for (OAuth 2.1 §4.1.3). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CodeRedemptionIT {

    @Test
    void a_code_is_worth_tokens_that_say_what_was_granted() throws Exception {
        var client = OAuthClient.registered();
        var request = client.authorizationRequest().with("scope", "openid siac.templates.read unknown.scope");
        var answer = client.redeem(request.allowedBy(Person.AUTHOR));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.json().path("expires_in").asInt()).isBetween(300, 600);
        var tokens = Tokens.of(answer);
        assertThat(tokens.scope()).isEqualTo("openid siac.templates.read");
        assertThat(tokens.claims().getIssuer()).isEqualTo(TestServer.address().toString());
        assertThat(tokens.claims().getAudience())
                .containsExactly(TestServer.resource().toString());
        assertThat(tokens.claims().getStringClaim("client_id")).isEqualTo(client.id());
        assertThat(tokens.areGood()).isTrue();
    }

    @Test
    void a_client_that_asks_for_no_scope_may_look_and_not_write() {
        assertThat(OAuthClient.registered().tokensFor(Person.AUTHOR).scope())
                .isEqualTo("siac.templates.read siac.audience.read siac.campaigns.read");
    }

    @Test
    void what_a_client_registered_is_its_default_and_no_limit_to_a_later_step_up() {
        var client = OAuthClient.registered(metadata -> metadata.put("scope", "siac.templates.read"));
        assertThat(client.tokensFor(Person.AUTHOR).scope()).isEqualTo("siac.templates.read");
        assertThat(client.tokensFor(Person.AUTHOR, "siac.templates.read", "siac.templates.write")
                        .scope())
                .isEqualTo("siac.templates.read siac.templates.write");
    }

    @Test
    void the_role_limits_what_a_person_can_give() {
        var tokens = OAuthClient.registered().tokensFor(Person.VIEWER, "siac.templates.read", "siac.templates.write");
        assertThat(tokens.scope()).isEqualTo("siac.templates.read");
    }

    @Test
    void a_client_that_did_not_register_refresh_gets_no_refresh_token() {
        var client = OAuthClient.registered(
                metadata -> metadata.putArray("grant_types").add("authorization_code"));
        assertThat(client.tokensFor(Person.AUTHOR).refresh()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_slip_is_refused_and_leaves_the_code_good() {
        return Stream.of(
                slip("no code", 400, "invalid_request", without("code")),
                slip("no verifier", 400, "invalid_request", without("code_verifier")),
                slip("no grant type", 400, "invalid_request", without("grant_type")),
                slip("no client", 400, "invalid_request", without("client_id")),
                slip("another verifier", 400, "invalid_grant", with("code_verifier", "x".repeat(43))),
                slip("a short verifier", 400, "invalid_grant", with("code_verifier", "abc")),
                slip("an oversized verifier", 400, "invalid_request", with("code_verifier", "x".repeat(5000))),
                slip("the challenge", 400, "invalid_grant", with("code_verifier", Pkce.CHALLENGE)),
                slip("another address", 400, "invalid_grant", with("redirect_uri", "http://127.0.0.1:1/callback")),
                slip("another resource", 400, "invalid_target", with("resource", "https://elsewhere.example/")),
                slip("an unknown client", 401, "invalid_client", with("client_id", "nobody")),
                slip("a secret of a public client", 401, "invalid_client", with("client_secret", "guess")),
                slip("U+0000 in the client", 400, "invalid_request", with("client_id", "a\0b")),
                slip("the password grant", 400, "unsupported_grant_type", with("grant_type", "password")),
                slip("a made-up grant", 400, "unsupported_grant_type", with("grant_type", "' or 1=1 --")));
    }

    @Test
    void unknown_parameters_are_ignored_and_empty_ones_count_as_absent() {
        var client = OAuthClient.registered();
        var answer = client.redeem(client.authorizationRequest().allowedBy(Person.AUTHOR), form -> {
            form.put("favourite_colour", "blue");
            form.put("redirect_uri", "");
            form.put("client_secret", "");
            return form;
        });
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void another_client_cannot_redeem_a_code() {
        var client = OAuthClient.registered();
        var thief = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var refused = Database.unchangedBy(() -> thief.redeem(code));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
        var tokens = Tokens.of(client.redeem(code));

        Database.unchangedBy(() -> thief.redeem(code));
        Database.unchangedBy(() -> client.redeem(code, with("code_verifier", "x".repeat(43))));
        assertThat(tokens.areGood())
                .as("a spent code in a stranger's hand ends nothing")
                .isTrue();
    }

    @Test
    void a_repeated_parameter_is_refused() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var form = new ArrayList<>(Http.pairs(
                Map.of("grant_type", "authorization_code", "client_id", client.id(), "code_verifier", Pkce.VERIFIER)));
        form.add(Map.entry("code", code));
        form.add(Map.entry("code", code));
        var refused = Database.unchangedBy(() -> client.token(form));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_request");
    }

    @Test
    void parameters_in_the_address_do_not_count() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var address = "/oauth/token?grant_type=authorization_code&client_id=" + client.id() + "&code_verifier="
                + Pkce.VERIFIER + "&code=" + code;
        var refused = Database.unchangedBy(() -> Http.postForm(address, List.of(), request -> request));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_request");
    }

    /** OAuth 2.1 §3.2. */
    @Test
    void the_token_endpoint_takes_no_get() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var address = "/oauth/token?grant_type=authorization_code&client_id=" + client.id() + "&code_verifier="
                + Pkce.VERIFIER + "&code=" + code;
        var refused = Database.unchangedBy(() -> Http.get(address));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.body()).doesNotContain("access_token");
    }

    /** OAuth 2.1 §7.7: 256 random bits in base64url are 43 letters. */
    @Test
    void a_code_and_a_refresh_token_are_too_long_to_guess_and_never_the_same() {
        var client = OAuthClient.registered();
        var drawn = new HashSet<String>();
        for (var time = 0; time < 3; time++) {
            var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
            drawn.add(code);
            drawn.add(client.redeem(code).json().path("refresh_token").asText());
        }
        assertThat(drawn).hasSize(6).allSatisfy(secret -> assertThat(secret).matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void an_expired_code_is_refused() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        Time.passes(Duration.ofSeconds(61));
        var refused = Database.unchangedBy(() -> client.redeem(code));
        assertThat(refused.error()).isEqualTo("invalid_grant");
    }

    @Test
    void replaying_a_code_ends_the_tokens_it_was_worth() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var tokens = Tokens.of(client.redeem(code));
        assertThat(tokens.areGood()).isTrue();
        var replay = client.redeem(code);
        assertThat(replay.status()).isEqualTo(400);
        assertThat(replay.error()).isEqualTo("invalid_grant");
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_replay_long_after_the_code_expired_ends_the_tokens_too() {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var tokens = Tokens.of(client.redeem(code));
        Time.passes(Duration.ofMinutes(5));
        assertThat(client.redeem(code).error()).isEqualTo("invalid_grant");
        assertThat(tokens.areGood()).isFalse();
    }

    @Test
    void of_many_that_redeem_one_code_at_once_one_wins_and_the_replays_end_its_tokens() throws Exception {
        var client = OAuthClient.registered();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var answers = Race.of(() -> client.redeem(code));
        var winners = answers.stream().filter(answer -> answer.status() == 200).toList();
        var losers = answers.stream().filter(answer -> answer.status() != 200).toList();
        assertThat(answers).hasSize(Race.RACERS);
        assertThat(winners).hasSize(1);
        assertThat(losers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo("invalid_grant");
        });
        assertThat(Audit.of(client)).containsOnlyOnce("TOKENS_ISSUED").containsOnlyOnce("CODE_REPLAYED");
        var tokens = Tokens.of(winners.get(0));
        assertThat(tokens.areGood()).isFalse();
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void two_ways_to_authenticate_in_one_request_are_refused() {
        var client = OAuthClient.confidential();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var pair = (client.id() + ":" + client.secret()).getBytes(StandardCharsets.UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        var form = Http.pairs(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                Pkce.VERIFIER,
                "client_secret",
                client.secret()));
        var refused = Database.unchangedBy(
                () -> Http.postForm("/oauth/token", form, request -> request.header("Authorization", basic)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_request");
    }

    @Test
    void a_confidential_client_needs_its_secret() {
        var client = OAuthClient.confidential();
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var wrong = Database.unchangedBy(() -> client.redeem(code, with("client_secret", "guess")));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("invalid_client");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        var none = Database.unchangedBy(() -> client.redeem(code, without("client_secret")));
        assertThat(none.error()).isEqualTo("invalid_client");
        assertThat(client.redeem(code).status()).isEqualTo(200);
    }

    private static DynamicTest slip(String what, int status, String error, UnaryOperator<Map<String, String>> change) {
        return DynamicTest.dynamicTest(what + ": " + error, () -> {
            var client = OAuthClient.registered();
            var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
            var refused = Database.unchangedBy(() -> client.redeem(code, change));
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.error()).isEqualTo(error);
            assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
            assertThat(client.redeem(code).status())
                    .as("the code is still good")
                    .isEqualTo(200);
        });
    }
}
