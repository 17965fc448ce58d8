package com.siacapp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Assertion;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import com.siacapp.testkit.VendorHost;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that prove by a signature who they are (private_key_jwt), ChatGPT first of all. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ClientAssertionIT {

    private static final String CHATGPT = "https://chatgpt.com/oauth/client.json";
    private static final String CHATGPTS_KEYS = "https://chatgpt.com/oauth/jwks.json";
    private static final String CALLBACK = "https://chatgpt.com/connector_platform_oauth_redirect";
    private static final ECKey KEY = key("chatgpt-1");
    private static final int FETCHES_PER_HOST_AND_MINUTE = 60;

    private final OAuthClient chatGpt = OAuthClient.signing(CHATGPT, CALLBACK, KEY);

    @BeforeEach
    void publish() {
        VendorHost.publishes(CHATGPT, """
                {"client_id":"%s","client_name":"ChatGPT","redirect_uris":["%s"],
                 "grant_types":["authorization_code","refresh_token"],"response_types":["code"],
                 "token_endpoint_auth_methods_supported":["none","private_key_jwt"],"jwks_uri":"%s"}""".formatted(CHATGPT, CALLBACK, CHATGPTS_KEYS));
        publishKeys(CHATGPTS_KEYS, KEY);
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
                refused("of another key with the same id", good.signed(key(KEY.getKeyID()))),
                refused("of a key that is not published", good.signed(key("unknown"))),
                refused("without signature", good.unsigned()),
                refused("signed with the public key as a secret", good.signedByHmacWith(KEY)),
                refused("that is none", Map.of("client_assertion_type", type(), "client_assertion", "nonsense")),
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
    void a_new_key_is_found_and_a_known_one_works_while_the_host_is_silent() {
        var url = "https://keys.vendor.test/" + UUID.randomUUID();
        var keys = url + "/keys";
        var first = key("first");
        var second = key("second");
        VendorHost.publishes(url, OAuthClient.document(url, document -> {
            document.put("token_endpoint_auth_method", "private_key_jwt");
            document.put("jwks_uri", keys);
        }));
        publishKeys(keys, first);
        var tokens = OAuthClient.signing(url, OAuthClient.REDIRECT_URI, first).tokensFor(Person.AUTHOR);
        publishKeys(keys, second);
        Time.passes(Duration.ofMinutes(2));
        var client = OAuthClient.signing(url, OAuthClient.REDIRECT_URI, second);
        var refreshed = client.refresh(tokens.refresh());
        assertThat(refreshed.status()).as(refreshed.toString()).isEqualTo(200);
        VendorHost.answers(keys, 500, "{}");
        Time.passes(Duration.ofHours(22));
        var later = client.refresh(refreshed.json().path("refresh_token").asText());
        assertThat(later.status()).as(later.toString()).isEqualTo(200);
    }

    /** Who has a stolen key and can keep us from the client's host must not have it for ever. */
    @Test
    void keys_of_a_host_that_is_silent_for_a_day_count_no_more() {
        var keys = "https://keys.vendor.test/" + UUID.randomUUID();
        var id = registeredWithKeysAt(keys, KEY);
        var client = OAuthClient.signing(id, OAuthClient.REDIRECT_URI, KEY);
        var tokens = client.tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofHours(20));
        tokens = Tokens.of(client.refresh(tokens.refresh()));
        VendorHost.answers(keys, 500, "{}");
        Time.passes(Duration.ofHours(22));
        tokens = Tokens.of(client.refresh(tokens.refresh()));
        Time.passes(Duration.ofHours(2).plusMinutes(1));
        var late = tokens.refresh();
        var refused = Database.unchangedBy(() -> client.refresh(late));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_client");
        publishKeys(keys, KEY);
        Time.passes(Duration.ofMinutes(2));
        assertThat(client.refresh(late).status()).isEqualTo(200);
    }

    @Test
    void keys_of_a_client_nobody_let_in_are_fetched_within_a_limit() {
        var stranger = Elsewhere.at("127.0.0.82");
        var first = registeredWithKeysAt("https://keys.vendor.test/" + UUID.randomUUID(), KEY);
        assertThat(stranger.does(() -> refreshing(first, Assertion.by(first).signed(KEY)))
                        .error())
                .isEqualTo("invalid_grant");
        Database.execute("update limit_window set count = 30 where name = 'KEY_FETCHES_PER_ADDRESS'");
        var keys = "https://keys.vendor.test/" + UUID.randomUUID();
        var second = registeredWithKeysAt(keys, KEY);
        var refused =
                stranger.does(() -> refreshing(second, Assertion.by(second).signed(KEY)));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(VendorHost.requests(keys)).isZero();
        assertThat(stranger.does(() -> refreshing(first, Assertion.by(first).signed(KEY)))
                        .error())
                .as("what is here is not fetched")
                .isEqualTo("invalid_grant");
        assertThat(refreshing(second, Assertion.by(second).signed(KEY)).error())
                .as("from elsewhere")
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_client_that_was_let_in_is_not_limited_and_strangers_use_up_nothing_of_its() {
        var host = "https://" + UUID.randomUUID() + ".vendor.test/";
        var id = registeredWithKeysAt(host + "keys", KEY);
        var client = OAuthClient.signing(id, OAuthClient.REDIRECT_URI, KEY);
        var tokens = client.tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofHours(25));
        for (var i = 0; i < FETCHES_PER_HOST_AND_MINUTE; i++) {
            var stranger = registeredWithKeysAt(host + i, KEY);
            Database.execute("delete from limit_window where name = 'KEY_FETCHES_PER_ADDRESS'");
            refreshing(stranger, Assertion.by(stranger).signed(KEY));
        }
        var late = registeredWithKeysAt(host + "late", KEY);
        assertThat(refreshing(late, Assertion.by(late).signed(KEY)).error()).isEqualTo("invalid_client");
        assertThat(VendorHost.requests(host + "late")).isZero();
        Database.execute("update limit_window set count = 30 where name = 'KEY_FETCHES_PER_ADDRESS'");
        publishKeys(host + "keys", key("next"));
        var refreshed = client.refresh(tokens.refresh());
        assertThat(refreshed.error()).as("the new keys count").isEqualTo("invalid_client");
        assertThat(VendorHost.requests(host + "keys")).isGreaterThan(1);
    }

    @Test
    void a_client_may_register_with_its_keys_and_everything_is_echoed() {
        var key = key("own");
        var answer = Http.postJson("/oauth/register", OAuthClient.metadata(metadata -> {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.putObject("jwks")
                    .putArray("keys")
                    .add(object(key.toPublicJWK().toJSONString()));
            metadata.putArray("post_logout_redirect_uris").add("https://app.example/bye");
            metadata.put("id_token_signed_response_alg", "ES256");
            metadata.put("require_pushed_authorization_requests", true);
            metadata.put("dpop_bound_access_tokens", true);
        }));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        var client = answer.json();
        assertThat(client.path("token_endpoint_auth_method").asText()).isEqualTo("private_key_jwt");
        assertThat(client.path("jwks").path("keys").get(0).path("kid").asText()).isEqualTo("own");
        assertThat(client.path("post_logout_redirect_uris").get(0).asText()).isEqualTo("https://app.example/bye");
        assertThat(client.path("id_token_signed_response_alg").asText()).isEqualTo("ES256");
        assertThat(client.path("require_pushed_authorization_requests").asBoolean())
                .isTrue();
        assertThat(client.path("dpop_bound_access_tokens").asBoolean()).isTrue();
        assertThat(client.has("client_secret")).isFalse();
    }

    @Test
    void a_client_that_registered_its_keys_authenticates_with_them_and_no_other() {
        var key = key("own");
        var registered = Http.postJson("/oauth/register", OAuthClient.metadata(metadata -> {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.putObject("jwks")
                    .putArray("keys")
                    .add(object(key.toPublicJWK().toJSONString()));
        }));
        var id = registered.json().path("client_id").asText();
        assertThat(refreshing(id, Assertion.by(id).signed(key)).error()).isEqualTo("invalid_grant");
        assertThat(refreshing(id, Assertion.by(id).signed(key("own"))).error()).isEqualTo("invalid_client");
    }

    @TestFactory
    Stream<DynamicTest> keys_nobody_may_register() {
        return Stream.of(
                        "{\"jwks\":{\"keys\":[" + KEY.toJSONString() + "]}}",
                        "{\"jwks\":{\"keys\":[]}}",
                        "{\"jwks\":{\"keys\":[{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\"" + "_".repeat(2731) + "\"}]}}",
                        "{\"jwks\":{}}",
                        "{\"jwks\":\"keys\"}",
                        "{\"jwks_uri\":\"http://keys.vendor.test/\"}",
                        "{\"jwks_uri\":\"https://127.0.0.1/\"}",
                        "{}")
                .map(keys -> DynamicTest.dynamicTest(keys.substring(0, Math.min(40, keys.length())), () -> {
                    var body = OAuthClient.metadata(metadata -> {
                        metadata.setAll(object(keys));
                        metadata.put("token_endpoint_auth_method", "private_key_jwt");
                    });
                    var answer = Database.unchangedBy(() -> Http.postJson("/oauth/register", body));
                    assertThat(answer.error()).isEqualTo("invalid_client_metadata");
                }));
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

    private static String registeredWithKeysAt(String url, ECKey key) {
        publishKeys(url, key);
        var registered = Http.postJson("/oauth/register", OAuthClient.metadata(metadata -> {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.put("jwks_uri", url);
        }));
        return registered.json().path("client_id").asText();
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
        return refreshing(CHATGPT, credentials);
    }

    private Answer refreshing(String client, Map<String, String> credentials) {
        var form = new LinkedHashMap<>(refreshForm());
        form.put("client_id", client);
        form.putAll(credentials);
        return chatGpt.token(Http.pairs(form));
    }

    private static Map<String, String> refreshForm() {
        return Map.of("grant_type", "refresh_token", "refresh_token", "a-token-of-nobody");
    }

    private static String type() {
        return "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    }

    private static void publishKeys(String url, ECKey key) {
        VendorHost.publishes(url, new JWKSet(key).toString(true));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
