package com.siacapp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Assertion;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import com.siacapp.testkit.VendorHost;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The keys of clients that sign: registered with them, or fetched where they say. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ClientKeysIT {

    private static final ECKey KEY = Assertion.key("own");
    private static final int FETCHES_PER_HOST_AND_MINUTE = 60;

    @Test
    void a_new_key_is_found_and_a_known_one_works_while_the_host_is_silent() {
        var url = "https://keys.vendor.test/" + UUID.randomUUID();
        var keys = url + "/keys";
        var first = Assertion.key("first");
        var second = Assertion.key("second");
        VendorHost.publishes(url, OAuthClient.document(url, document -> {
            document.put("token_endpoint_auth_method", "private_key_jwt");
            document.put("jwks_uri", keys);
        }));
        VendorHost.publishes(keys, first);
        var tokens = OAuthClient.signing(url, OAuthClient.REDIRECT_URI, first).tokensFor(Person.AUTHOR);
        VendorHost.publishes(keys, second);
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
        var client = registeredWithKeysAt(keys);
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
        VendorHost.publishes(keys, KEY);
        Time.passes(Duration.ofMinutes(2));
        assertThat(client.refresh(late).status()).isEqualTo(200);
    }

    @Test
    void keys_of_a_client_nobody_let_in_are_fetched_within_a_limit() {
        var stranger = Elsewhere.at("127.0.0.82");
        var first = registeredWithKeysAt("https://keys.vendor.test/" + UUID.randomUUID());
        assertThat(stranger.does(() -> presentsItself(first)).error()).isEqualTo("invalid_grant");
        Database.execute("update limit_window set count = 30 where name = 'KEY_FETCHES_PER_ADDRESS'");
        var keys = "https://keys.vendor.test/" + UUID.randomUUID();
        var second = registeredWithKeysAt(keys);
        var refused = stranger.does(() -> presentsItself(second));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(VendorHost.requests(keys)).isZero();
        assertThat(stranger.does(() -> presentsItself(first)).error())
                .as("what is here is not fetched")
                .isEqualTo("invalid_grant");
        assertThat(presentsItself(second).error()).as("from elsewhere").isEqualTo("invalid_grant");
    }

    @Test
    void a_client_that_was_let_in_is_not_limited_and_strangers_use_up_nothing_of_its() {
        var host = "https://" + UUID.randomUUID() + ".vendor.test/";
        var client = registeredWithKeysAt(host + "keys");
        var tokens = client.tokensFor(Person.AUTHOR);
        Time.passes(Duration.ofHours(25));
        for (var i = 0; i < FETCHES_PER_HOST_AND_MINUTE; i++) {
            var stranger = registeredWithKeysAt(host + i);
            Database.execute("delete from limit_window where name = 'KEY_FETCHES_PER_ADDRESS'");
            presentsItself(stranger);
        }
        var late = registeredWithKeysAt(host + "late");
        assertThat(presentsItself(late).error()).isEqualTo("invalid_client");
        assertThat(VendorHost.requests(host + "late")).isZero();
        Database.execute("update limit_window set count = 30 where name = 'KEY_FETCHES_PER_ADDRESS'");
        VendorHost.publishes(host + "keys", Assertion.key("next"));
        var refreshed = client.refresh(tokens.refresh());
        assertThat(refreshed.error()).as("the new keys count").isEqualTo("invalid_client");
        assertThat(VendorHost.requests(host + "keys")).isGreaterThan(1);
    }

    @Test
    void a_client_may_register_with_its_keys_and_everything_is_echoed() {
        var answer = Http.postJson("/oauth/register", OAuthClient.metadata(metadata -> {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.set("jwks", object(new JWKSet(KEY).toString(true)));
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
        var client = OAuthClient.registered(metadata -> {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.set("jwks", object(new JWKSet(KEY).toString(true)));
        });
        assertThat(presentsItself(client.withKey(KEY)).error()).isEqualTo("invalid_grant");
        assertThat(presentsItself(client.withKey(Assertion.key("own"))).error()).isEqualTo("invalid_client");
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

    /** It says that its keys are at this address, where there is one. */
    private static OAuthClient registeredWithKeysAt(String url) {
        VendorHost.publishes(url, KEY);
        var client = OAuthClient.registered(metadata -> {
            metadata.put("token_endpoint_auth_method", "private_key_jwt");
            metadata.put("jwks_uri", url);
        });
        return client.withKey(KEY);
    }

    /** Who is known is told that there is no such token (invalid_grant), and a stranger that they are unknown. */
    private static Answer presentsItself(OAuthClient client) {
        return client.refresh("a-token-of-nobody");
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }
}
