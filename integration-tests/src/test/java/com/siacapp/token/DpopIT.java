package com.siacapp.token;

import static com.siacapp.testkit.Form.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Database;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** How tokens are bound to a client's key (RFC 9449 §5, §6, §10): worth nothing to who stole them without it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DpopIT {

    @Test
    void a_proof_binds_the_tokens_of_a_public_client_to_its_key() throws Exception {
        var key = DpopKey.generated();
        var client = OAuthClient.registered().proving(key);
        var answer = client.redeem(client.authorizationRequest().allowedBy(Person.AUTHOR));
        assertThat(answer.json().path("token_type").asText()).isEqualTo("DPoP");
        var tokens = Tokens.of(answer);
        assertThat(tokens.claims().getJSONObjectClaim("cnf")).containsOnly(Map.entry("jkt", key.thumbprint()));
        assertThat(key.ping(tokens).status()).isEqualTo(200);
        var second = Tokens.of(client.refresh(tokens.refresh()));
        assertThat(key.ping(second).status()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> token_requests_whose_proof_does_not_hold_are_refused_and_leave_the_code_good() {
        var past = Date.from(Time.now().minusSeconds(120));
        return Stream.of(
                badProof("rubbish", key -> List.of("rubbish")),
                badProof("two proofs", key -> List.of(key.proofForTokens(), key.proofForTokens())),
                badProof(
                        "another address",
                        key -> List.of(
                                key.proof(claims -> claims.claim("htu", "https://elsewhere.example/oauth/token")))),
                badProof("another method", key -> List.of(key.proof(claims -> claims.claim("htm", "GET")))),
                badProof("a proof for a call", key -> List.of(key.proofFor("a token"))),
                badProof("an old proof", key -> List.of(key.proof(claims -> claims.issueTime(past)))),
                badProof("no id", key -> List.of(key.proof(claims -> claims.jwtID(null)))),
                badProof("alg none", key -> List.of(key.unsignedProof("a token"))));
    }

    @Test
    void a_proof_is_good_for_one_token_request() {
        var key = DpopKey.generated();
        var proof = key.proofForTokens();
        var client = OAuthClient.registered().sending(() -> List.of(proof));
        var tokens = client.tokensFor(Person.AUTHOR);
        var again = Database.unchangedBy(() -> client.refresh(tokens.refresh()));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.error()).isEqualTo("invalid_dpop_proof");
        assertThat(client.proving(key).refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    void the_proofs_address_is_compared_with_the_configured_one_whatever_host_the_request_names() {
        var key = DpopKey.generated();
        var elsewhere = ("" + TestServer.address()).replace("localhost", "127.0.0.1") + "/oauth/token";
        var client =
                OAuthClient.registered().sending(() -> List.of(key.proof(claims -> claims.claim("htu", elsewhere))));
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        assertThat(client.redeem(code).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void a_stolen_bound_refresh_token_is_worth_nothing_and_harms_nobody() {
        var key = DpopKey.generated();
        var client = OAuthClient.registered();
        var tokens = client.proving(key).tokensFor(Person.AUTHOR);
        for (var thief : List.of(client, client.proving(DpopKey.generated()))) {
            var refused = Database.unchangedBy(() -> thief.refresh(tokens.refresh()));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_grant");
        }
        assertThat(Tokens.of(client.proving(key).refresh(tokens.refresh())).access())
                .isNotEmpty();
    }

    @Test
    void a_confidential_clients_refresh_token_is_bound_by_its_secret_alone() {
        var client = OAuthClient.confidential();
        var first = DpopKey.generated();
        var tokens = client.proving(first).tokensFor(Person.AUTHOR);
        assertThat(client.introspect(tokens.access()).json().at("/cnf/jkt").asText())
                .isEqualTo(first.thumbprint());
        assertThat(client.introspect(tokens.access()).json().path("token_type").asText())
                .isEqualTo("DPoP");
        var second = DpopKey.generated();
        assertThat(second.ping(Tokens.of(client.proving(second).refresh(tokens.refresh())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_client_that_registered_for_bound_tokens_gets_no_others() {
        var client = OAuthClient.registered();
        Database.change("update client set dpop_bound_access_tokens = true where id = '" + client.id() + "'");
        var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
        var refused = Database.unchangedBy(() -> client.redeem(code));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_dpop_proof");
        assertThat(client.proving(DpopKey.generated()).redeem(code).status()).isEqualTo(200);
    }

    @Test
    void a_code_for_an_announced_key_is_good_with_that_key_only() {
        var key = DpopKey.generated();
        var client = OAuthClient.registered();
        var code =
                client.authorizationRequest().with("dpop_jkt", key.thumbprint()).allowedBy(Person.AUTHOR);
        for (var thief : List.of(client, client.proving(DpopKey.generated()))) {
            assertThat(Database.unchangedBy(() -> thief.redeem(code)).error()).isEqualTo("invalid_grant");
        }
        assertThat(client.proving(key).redeem(code).status()).isEqualTo(200);
    }

    @Test
    void the_metadata_says_so_and_browsers_may_send_proofs() {
        var server = Http.get("/.well-known/oauth-authorization-server").json();
        assertThat(server.path("dpop_signing_alg_values_supported"))
                .extracting(algorithm -> algorithm.asText())
                .containsExactly("ES256", "RS256");
        assertThat(server.path("grant_types_supported"))
                .extracting(type -> type.asText())
                .contains("client_credentials");
        var resource = Http.get("/.well-known/oauth-protected-resource/mcp").json();
        assertThat(resource.path("dpop_signing_alg_values_supported")).hasSize(2);
        assertThat(resource.path("dpop_bound_access_tokens_required").asBoolean(true))
                .isFalse();
        for (var path : List.of("/oauth/token", "/oauth/userinfo", "/mcp")) {
            var preflight = Http.send(
                    path,
                    "OPTIONS",
                    BodyPublishers.noBody(),
                    request -> request.header("Origin", "" + TestServer.address())
                            .header("Access-Control-Request-Method", "POST"));
            assertThat(preflight.header("Access-Control-Allow-Headers")).contains("DPoP");
        }
    }

    private static DynamicTest badProof(String what, Function<DpopKey, List<String>> proofs) {
        return DynamicTest.dynamicTest(what, () -> {
            var key = DpopKey.generated();
            var client = OAuthClient.registered();
            var code = client.authorizationRequest().allowedBy(Person.AUTHOR);
            var sent = proofs.apply(key);
            var refused = Database.unchangedBy(() -> client.sending(() -> sent).redeem(code, with("scope", "ignored")));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("invalid_dpop_proof");
            assertThat(client.proving(key).redeem(code).status()).isEqualTo(200);
        });
    }
}
