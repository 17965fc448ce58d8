package com.siacapp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may register, and as what (RFC 7591). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RegistrationIT {

    private static final String REDIRECT = "invalid_redirect_uri";
    private static final String METADATA = "invalid_client_metadata";

    @Test
    void the_answer_holds_everything_that_was_registered() {
        var answer = register(metadata -> {
            metadata.put("client_uri", "https://app.example/");
            metadata.put("software_id", "abc");
            metadata.put("resource", "ignored");
            metadata.putArray("contacts").add("a@b.example");
        });
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var client = answer.json();
        assertThat(client.path("client_id").asText()).isNotEmpty().doesNotStartWith("http");
        assertThat(client.path("client_uri").asText()).isEqualTo("https://app.example/");
        assertThat(client.path("token_endpoint_auth_method").asText()).isEqualTo("none");
        assertThat(client.path("response_types").get(0).asText()).isEqualTo("code");
        assertThat(client.has("client_secret")).isFalse();
    }

    @Test
    void a_client_that_names_no_method_gets_a_secret_that_is_kept_as_a_hash_only() {
        var client = register(metadata -> metadata.remove("token_endpoint_auth_method"))
                .json();
        var secret = client.path("client_secret").asText();
        assertThat(client.path("token_endpoint_auth_method").asText()).isEqualTo("client_secret_basic");
        assertThat(client.path("client_secret_expires_at").asInt(-1)).isZero();
        assertThat(secret).hasSize(43);
        assertThat(Database.value("select count(*) from client c where strpos(c::text, '" + secret + "') > 0"))
                .isEqualTo("0");
    }

    @Test
    void the_answer_says_where_the_client_runs_as_it_said_or_as_its_address_does() {
        assertThat(applicationType(metadata -> {})).isEqualTo("native");
        assertThat(applicationType(redirectUri(OAuthClient.WEB_REDIRECT_URI))).isEqualTo("web");
        assertThat(applicationType(redirectUri(OAuthClient.WEB_REDIRECT_URI)
                        .andThen(metadata -> metadata.put("application_type", "native"))))
                .isEqualTo("native");
    }

    @Test
    void unsupported_grant_types_are_dropped_not_refused() {
        var answer = register(metadata -> metadata.putArray("grant_types")
                .add("authorization_code")
                .add("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("grant_types")).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> redirect_uris_a_client_may_register() {
        return Stream.of(
                        "https://chatgpt.com/connector_platform_oauth_redirect",
                        "http://localhost/callback",
                        "http://127.0.0.1:33418",
                        "http://[::1]:1/callback",
                        "cursor://anysphere.cursor-retrieval/oauth/callback")
                .map(uri -> DynamicTest.dynamicTest(
                        uri,
                        () -> assertThat(register(redirectUri(uri)).status()).isEqualTo(201)));
    }

    @TestFactory
    Stream<DynamicTest> redirect_uris_nobody_may_register() {
        return Stream.of(
                        "http://evil.example/callback",
                        "http://localhost.evil.example/callback",
                        "javascript:alert(document.cookie)",
                        "data:text/html,<script>alert(1)</script>",
                        "file:///etc/passwd",
                        "vbscript:x",
                        "https://app.example/callback#fragment",
                        "https://user:password@app.example/callback",
                        "https://",
                        "/callback",
                        "https://localhost:\0/callback",
                        "",
                        "https://app.example/ callback",
                        "https://app.example/\ncallback",
                        "https://ápp.example/callback",
                        "https://app.example/" + "x".repeat(2000))
                .map(uri -> refusal("[" + uri + "]", REDIRECT, redirectUri(uri)));
    }

    @TestFactory
    Stream<DynamicTest> metadata_nobody_may_register() {
        return Stream.of(
                refusal("no redirect URI", REDIRECT, metadata -> metadata.putArray("redirect_uris")),
                refusal("no redirect URIs", REDIRECT, metadata -> metadata.remove("redirect_uris")),
                refusal("a number as redirect URIs", REDIRECT, metadata -> metadata.put("redirect_uris", 1)),
                refusal("a web app on this computer", REDIRECT, metadata -> metadata.put("application_type", "web")),
                refusal(
                        "no grant we know",
                        METADATA,
                        metadata -> metadata.putArray("grant_types").add("password")),
                refusal("an unknown method", METADATA, metadata -> metadata.put("token_endpoint_auth_method", "tls")),
                refusal("a script as page", METADATA, metadata -> metadata.put("client_uri", "javascript:alert(1)")),
                refusal("a name that turns text", METADATA, metadata -> metadata.put("client_name", "Chat\u202EGPT")),
                refusal("U+0000 in a scope", METADATA, metadata -> metadata.put("scope", "a\0b")),
                refusal(
                        "an endless address",
                        METADATA,
                        metadata -> metadata.put("client_uri", "https://app.example/" + "x".repeat(2000))),
                refusal("an endless version", METADATA, metadata -> metadata.put("software_version", "1".repeat(2001))),
                refusal("two lines as version", METADATA, metadata -> metadata.put("software_version", "1\n2")),
                refusal("an endless name", METADATA, metadata -> metadata.put("client_name", "x".repeat(101))));
    }

    @TestFactory
    Stream<DynamicTest> bodies_that_are_no_registration() {
        return Stream.of("", "[]", "null", "{", "\"text\"", "{\"redirect_uris\":[[]]}", "[".repeat(10_000))
                .map(body -> DynamicTest.dynamicTest("[" + shortened(body) + "]", () -> {
                    var answer = Database.unchangedBy(() -> Http.postJson("/oauth/register", body));
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                    assertThat(answer.error()).isIn(REDIRECT, METADATA);
                }));
    }

    @Test
    void a_body_of_megabytes_is_refused() {
        var answer = Database.unchangedBy(() -> register(metadata -> metadata.put("x", "y".repeat(2_000_000))));
        assertThat(answer.status()).isEqualTo(413);
    }

    private static String applicationType(Consumer<ObjectNode> tweak) {
        return register(tweak).json().path("application_type").asText();
    }

    private static Consumer<ObjectNode> redirectUri(String uri) {
        return metadata -> metadata.putArray("redirect_uris").add(uri);
    }

    private static Answer register(Consumer<ObjectNode> tweak) {
        return Http.postJson("/oauth/register", OAuthClient.metadata(tweak));
    }

    private static DynamicTest refusal(String what, String error, Consumer<ObjectNode> tweak) {
        return DynamicTest.dynamicTest(shortened(what), () -> {
            var answer = Database.unchangedBy(() -> register(tweak));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo(error);
        });
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
