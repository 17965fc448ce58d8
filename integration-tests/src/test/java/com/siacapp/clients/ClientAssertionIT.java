package com.siacapp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Assertion;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.VendorHost;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The assertion by which a client proves who it is (private_key_jwt), ChatGPT first of all. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ClientAssertionIT {

    private static final String CHATGPT = "https://chatgpt.com/oauth/client.json";
    private static final String CHATGPTS_KEYS = "https://chatgpt.com/oauth/jwks.json";
    private static final String CALLBACK = "https://chatgpt.com/connector_platform_oauth_redirect";
    private static final ECKey KEY = Assertion.key("chatgpt-1");

    private final OAuthClient chatGpt = OAuthClient.signing(CHATGPT, CALLBACK, KEY);

    @BeforeEach
    void publish() {
        VendorHost.publishes(CHATGPT, """
                {"client_id":"%s","client_name":"ChatGPT","redirect_uris":["%s"],
                 "grant_types":["authorization_code","refresh_token"],"response_types":["code"],
                 "token_endpoint_auth_methods_supported":["none","private_key_jwt"],"jwks_uri":"%s"}""".formatted(CHATGPT, CALLBACK, CHATGPTS_KEYS));
        VendorHost.publishes(CHATGPTS_KEYS, KEY);
    }

    @Test
    void chatgpt_connects_as_it_describes_itself() {
        var tokens = chatGpt.tokensFor(Person.AUTHOR);
        assertThat(tokens.areGood()).isTrue();
        assertThat(chatGpt.introspect(tokens.access()).json().path("active").asBoolean())
                .isTrue();
        assertThat(chatGpt.revoke(tokens.access()).status()).isEqualTo(200);
        assertThat(tokens.areGood()).isFalse();
    }

    @TestFactory
    Stream<DynamicTest> assertions_that_prove_nothing() {
        var good = Assertion.by(CHATGPT);
        var now = Assertion.now();
        return Stream.of(
                refused(
                        "for the token endpoint",
                        good.with("aud", TestServer.address() + "/oauth/token").signed(KEY)),
                refused("for nobody", good.with("aud", null).signed(KEY)),
                refused(
                        "for us and another",
                        good.with("aud", List.of("" + TestServer.address(), "https://evil.example"))
                                .signed(KEY)),
                refused(
                        "of another issuer",
                        good.with("iss", "https://evil.example/client").signed(KEY)),
                refused("without issuer", good.with("iss", null).signed(KEY)),
                refused(
                        "that is expired",
                        good.with("exp", Date.from(now.minusSeconds(31))).signed(KEY)),
                refused("that never expires", good.with("exp", null).signed(KEY)),
                refused(
                        "that expires too late",
                        good.with("exp", Date.from(now.plus(Duration.ofHours(1))))
                                .signed(KEY)),
                refused(
                        "issued in the future",
                        good.with("iat", Date.from(now.plus(Duration.ofMinutes(2))))
                                .signed(KEY)),
                refused(
                        "not good yet",
                        good.with("nbf", Date.from(now.plus(Duration.ofMinutes(2))))
                                .signed(KEY)),
                refused("without id", good.with("jti", null).signed(KEY)),
                refused("with an endless id", good.with("jti", "x".repeat(300)).signed(KEY)),
                refused("of another key with the same id", good.signed(Assertion.key(KEY.getKeyID()))),
                refused("of a key that is not published", good.signed(Assertion.key("unknown"))),
                refused("without signature", good.unsigned()),
                refused("signed with the public key as a secret", good.signedByHmacWith(KEY)),
                refused(
                        "that is none",
                        Map.of("client_assertion_type", Assertion.TYPE, "client_assertion", "nonsense")),
                refused("that is left out", Map.of()));
    }

    @TestFactory
    Stream<DynamicTest> two_methods_in_one_request_are_refused() {
        var assertion = Assertion.by(CHATGPT).signed(KEY);
        var andSecret = new LinkedHashMap<>(assertion);
        andSecret.put("client_secret", "x");
        var otherType = new LinkedHashMap<>(assertion);
        otherType.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");
        return Stream.of(
                answered("an assertion and a secret", "invalid_request", andSecret),
                answered("an assertion of another type", "invalid_request", otherType),
                DynamicTest.dynamicTest("an assertion and Basic", () -> {
                    var form = new LinkedHashMap<>(assertion);
                    form.putAll(refreshForm());
                    var answer = Http.postForm(
                            "/oauth/token", Http.pairs(form), request -> request.header("Authorization", "Basic YTpi"));
                    assertThat(answer.error()).isEqualTo("invalid_request");
                }));
    }

    @Test
    void an_assertion_is_good_once() {
        chatGpt.tokensFor(Person.AUTHOR);
        var assertion = Assertion.by(CHATGPT).signed(KEY);
        assertThat(refreshing(assertion).error()).isEqualTo("invalid_grant");
        assertThat(Database.unchangedBy(() -> refreshing(assertion)).error()).isEqualTo("invalid_client");
    }

    @Test
    void of_many_who_present_it_at_once_one_gets_through() throws Exception {
        chatGpt.tokensFor(Person.AUTHOR);
        var assertion = Assertion.by(CHATGPT).signed(KEY);
        // Those who lose have failed, and so many failures count where they come from.
        var elsewhere = Elsewhere.at("127.0.0.81");
        assertThat(Race.of(() -> elsewhere.does(() -> refreshing(assertion))))
                .extracting(Answer::error)
                .filteredOn("invalid_grant"::equals)
                .hasSize(1);
    }

    @Test
    void the_client_is_known_by_its_assertion_alone() {
        chatGpt.tokensFor(Person.AUTHOR);
        var form = new LinkedHashMap<>(Assertion.by(CHATGPT).signed(KEY));
        form.putAll(refreshForm());
        assertThat(chatGpt.token(Http.pairs(form)).error()).isEqualTo("invalid_grant");
    }

    @Test
    void the_metadata_says_so() {
        var metadata = Http.get("/.well-known/oauth-authorization-server").json();
        assertThat(metadata.path("client_id_metadata_document_supported").asBoolean())
                .isTrue();
        assertThat(metadata.path("token_endpoint_auth_methods_supported").toString())
                .contains("\"none\"", "\"private_key_jwt\"");
        assertThat(metadata.path("token_endpoint_auth_signing_alg_values_supported")
                        .toString())
                .contains("ES256", "RS256")
                .doesNotContain("HS", "none");
    }

    private DynamicTest refused(String what, Map<String, String> credentials) {
        return answered(
                "an assertion " + what,
                "invalid_client",
                credentials.isEmpty() ? Map.of("client_id", CHATGPT) : credentials);
    }

    private DynamicTest answered(String what, String error, Map<String, String> credentials) {
        return DynamicTest.dynamicTest(what, () -> {
            chatGpt.tokensFor(Person.AUTHOR);
            var answer = Database.unchangedBy(() -> refreshing(credentials));
            assertThat(answer.error()).as(answer.toString()).isEqualTo(error);
        });
    }

    private Answer refreshing(Map<String, String> credentials) {
        var form = new LinkedHashMap<>(refreshForm());
        form.put("client_id", CHATGPT);
        form.putAll(credentials);
        return chatGpt.token(Http.pairs(form));
    }

    private static Map<String, String> refreshForm() {
        return Map.of("grant_type", "refresh_token", "refresh_token", "a-token-of-nobody");
    }
}
