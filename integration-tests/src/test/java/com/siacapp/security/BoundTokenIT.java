package com.siacapp.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls with a token that is bound to a client's key (RFC 9449 §7): good with a proof of that key alone. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BoundTokenIT {

    private static final String ALGORITHMS = "algs=\"ES256 RS256\"";

    @TestFactory
    Stream<DynamicTest> calls_that_prove_nothing_are_refused() {
        var past = Date.from(Time.now().minusSeconds(120));
        var future = Date.from(Time.now().plusSeconds(120));
        return Stream.of(
                unproven("no proof", (key, token) -> List.of()),
                unproven("two proofs", (key, token) -> List.of(key.proofFor(token), key.proofFor(token))),
                unproven("rubbish", (key, token) -> List.of("rubbish")),
                unproven("an empty proof", (key, token) -> List.of("")),
                unproven("an oversized proof", (key, token) -> List.of("x".repeat(5_000))),
                unproven(
                        "another key's proof",
                        (key, token) -> List.of(DpopKey.generated().proofFor(token))),
                unproven(
                        "no hash of the token",
                        (key, token) -> List.of(key.proofFor(token, claims -> claims.claim("ath", null)))),
                unproven(
                        "another token's hash",
                        (key, token) ->
                                List.of(key.proofFor(token, claims -> claims.claim("ath", DpopKey.ath("another"))))),
                unproven(
                        "another method",
                        (key, token) -> List.of(key.proofFor(token, claims -> claims.claim("htm", "GET")))),
                unproven(
                        "another address",
                        (key, token) -> List.of(
                                key.proofFor(token, claims -> claims.claim("htu", "https://elsewhere.example/mcp")))),
                unproven("the token endpoint's proof", (key, token) -> List.of(key.proofForTokens())),
                unproven("another type", (key, token) -> List.of(key.proofOfType("JWT", token))),
                unproven(
                        "an old proof", (key, token) -> List.of(key.proofFor(token, claims -> claims.issueTime(past)))),
                unproven(
                        "a proof of tomorrow",
                        (key, token) -> List.of(key.proofFor(token, claims -> claims.issueTime(future)))),
                unproven("no time", (key, token) -> List.of(key.proofFor(token, claims -> claims.issueTime(null)))),
                unproven("no id", (key, token) -> List.of(key.proofFor(token, claims -> claims.jwtID(null)))),
                unproven("alg none", (key, token) -> List.of(key.unsignedProof(token))),
                unproven(
                        "the private key in the header", (key, token) -> List.of(key.proofThatGivesTheKeyAway(token))));
    }

    @Test
    void the_token_for_an_identity_assertion_is_bound_too() {
        var company = Company.added();
        var provider = IdentityProvider.of(company);
        var client = IdentityProvider.app();
        var key = DpopKey.generated();
        var assertion = provider.asserts(company.hire("AUTHOR"), client).signed();
        var tokens = Tokens.of(IdentityProvider.redeem(client.proving(key), assertion));
        assertThat(key.ping(tokens).status()).isEqualTo(200);
        assertThat(tokens.areGood()).isFalse();
    }

    @Test
    void a_stolen_bound_token_is_no_bearer_token() {
        var key = DpopKey.generated();
        var tokens = OAuthClient.registered().proving(key).tokensFor(Person.AUTHOR);
        var refused = Database.unchangedBy(() -> Mcp.with(tokens.access()).ping());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer ").contains("error=\"invalid_token\"");
        var withProof = Database.unchangedBy(
                () -> DpopKey.ping("Bearer " + tokens.access(), List.of(key.proofFor(tokens.access()))));
        assertThat(withProof.status()).isEqualTo(401);
        assertThat(key.ping(tokens).status()).as("its owner goes on").isEqualTo(200);
    }

    @Test
    void a_bearer_token_is_not_taken_with_the_dpop_scheme() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);
        var refused = Database.unchangedBy(() -> DpopKey.generated().ping(tokens));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate"))
                .startsWith("DPoP " + ALGORITHMS)
                .contains("error=\"invalid_token\"")
                .contains("resource_metadata=\"");
        assertThat(tokens.areGood()).isTrue();
    }

    @Test
    void a_proof_is_good_for_one_call() {
        var key = DpopKey.generated();
        var tokens = OAuthClient.registered().proving(key).tokensFor(Person.AUTHOR);
        var proof = key.proofFor(tokens.access());
        var answers = Race.of(() -> DpopKey.ping("DPoP " + tokens.access(), List.of(proof)));
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 401)).hasSize(Race.RACERS - 1);
    }

    @Test
    void a_proof_grows_old_by_the_servers_clock() {
        var key = DpopKey.generated();
        var tokens = OAuthClient.registered().proving(key).tokensFor(Person.AUTHOR);
        var one = key.proofFor(tokens.access());
        var other = key.proofFor(tokens.access());
        Time.passes(Duration.ofSeconds(80));
        assertThat(DpopKey.ping("DPoP " + tokens.access(), List.of(one)).status())
                .isEqualTo(200);
        Time.passes(Duration.ofSeconds(20));
        assertThat(DpopKey.ping("DPoP " + tokens.access(), List.of(other)).status())
                .isEqualTo(401);
        assertThat(key.ping(tokens).status()).isEqualTo(200);
    }

    @Test
    void a_step_up_is_asked_for_in_the_scheme_of_the_token() {
        var key = DpopKey.generated();
        var tokens = OAuthClient.registered().proving(key).tokensFor(Person.AUTHOR, "siac.templates.read");
        var call = Mcp.message("tools/call", Map.of("name", "siac_save_template_draft", "arguments", Map.of()));
        var refused = Mcp.with("")
                .send(
                        call,
                        request -> request.header("Authorization", "DPoP " + tokens.access())
                                .header("DPoP", key.proofFor(tokens.access())));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate"))
                .startsWith("DPoP " + ALGORITHMS)
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"siac.templates.read siac.templates.write\"");
    }

    @Test
    void userinfo_takes_bound_tokens_with_their_proof() {
        var key = DpopKey.generated();
        var tokens = OAuthClient.registered().proving(key).tokensFor(Person.AUTHOR, "openid", "siac.templates.read");
        var address = TestServer.address() + "/oauth/userinfo";
        var proof = key.proofFor(
                tokens.access(), claims -> claims.claim("htm", "GET").claim("htu", address));
        assertThat(userinfo("DPoP " + tokens.access(), proof).status()).isEqualTo(200);
        var replayed = userinfo("DPoP " + tokens.access(), proof);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.header("WWW-Authenticate"))
                .startsWith("DPoP " + ALGORITHMS)
                .contains("invalid_dpop_proof");
        assertThat(userinfo("Bearer " + tokens.access(), proof).header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
    }

    private static DynamicTest unproven(String what, BiFunction<DpopKey, String, List<String>> proofs) {
        return DynamicTest.dynamicTest(what, () -> {
            var key = DpopKey.generated();
            var tokens = OAuthClient.registered().proving(key).tokensFor(Person.AUTHOR);
            var sent = proofs.apply(key, tokens.access());
            var refused = Database.unchangedBy(() -> DpopKey.ping("DPoP " + tokens.access(), sent));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate"))
                    .startsWith("DPoP " + ALGORITHMS)
                    .contains("error=\"invalid_dpop_proof\"");
            assertThat(key.ping(tokens).status()).as("its owner goes on").isEqualTo(200);
        });
    }

    private static Answer userinfo(String authorization, String proof) {
        return Http.send(
                "/oauth/userinfo",
                "GET",
                BodyPublishers.noBody(),
                request -> request.header("Authorization", authorization).header("DPoP", proof));
    }
}
