package com.siacapp.clients.control;

import static com.siacapp.clients.entity.ClientAuthenticationMethod.NONE;
import static com.siacapp.clients.entity.ClientAuthenticationMethod.PRIVATE_KEY_JWT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.siacapp.clients.entity.ApplicationType;
import com.siacapp.clients.entity.ClientAuthenticationMethod;
import com.siacapp.clients.entity.ClientMetadata;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.GrantType;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.clients.entity.UnreadableClientException.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's document must say. The files beside this test are shaped like the vendors' documents. */
class DocumentPolicyTest {

    private static final String URL = "https://app.example.com/client";
    private static final String EC_KEY = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"1\","
            + "\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}";
    private static final String OKP_KEY =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

    private final DocumentPolicy policy = new DocumentPolicy();

    @ParameterizedTest
    @CsvSource({
        "chatgpt-stable, PRIVATE_KEY_JWT, https://chatgpt.com/connector_platform_oauth_redirect, WEB",
        "chatgpt-callback, PRIVATE_KEY_JWT, https://chatgpt.com/connector/oauth/tU1UVEq8rRTK, WEB",
        "codex, NONE, http://127.0.0.1:51234/callback, NATIVE",
        "claude, NONE, https://claude.ai/api/mcp/auth_callback, WEB",
        "claude-code, NONE, http://localhost:8080/callback, NATIVE",
        "vscode, NONE, http://127.0.0.1:60000/, NATIVE"
    })
    void the_documents_of_known_vendors_make_clients(
            String name, ClientAuthenticationMethod method, String redirect, ApplicationType type) throws IOException {
        var text = fixture(name);
        var client = policy.accept(new DocumentUrl(policy.clientIdIn(text)), text);
        assertThat(client.authenticationMethod()).isEqualTo(method);
        assertThat(client.redirectUris()).anyMatch(uri -> uri.matches(redirect));
        assertThat(client.applicationType()).isEqualTo(type);
        assertThat(client.grantTypes())
                .contains(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN)
                .doesNotContain(GrantType.CLIENT_CREDENTIALS);
    }

    /** ADR 26: nobody fetches a document before a person signed in, so that such a client could never begin. */
    @Test
    void a_document_cannot_demand_pushed_requests() {
        assertThatExceptionOfType(UnreadableClientException.class)
                .isThrownBy(() -> accept("\"require_pushed_authorization_requests\":true"))
                .withMessageContaining("require_pushed_authorization_requests")
                .satisfies(refused -> assertThat(refused.trouble()).isEqualTo(Trouble.UNUSABLE));
        assertThat(accept("\"require_pushed_authorization_requests\":false").protection())
                .isEqualTo(ClientMetadata.Protection.DEFAULT);
    }

    @Test
    void a_client_that_says_nothing_of_authentication_is_public() {
        assertThat(accept("").authenticationMethod()).isEqualTo(NONE);
    }

    @Test
    void the_strongest_method_offered_with_keys_is_chosen() {
        var offers = "\"token_endpoint_auth_methods_supported\":[\"none\",\"private_key_jwt\",\"client_secret_post\"]";
        assertThat(accept(offers).authenticationMethod()).isEqualTo(NONE);
        assertThat(accept(offers + ",\"jwks\":{\"keys\":[" + EC_KEY + "]}").authenticationMethod())
                .isEqualTo(PRIVATE_KEY_JWT);
        assertThat(accept(offers + ",\"jwks_uri\":\"https://app.example.com/keys\"")
                        .authenticationMethod())
                .isEqualTo(PRIVATE_KEY_JWT);
        assertThat(accept(offers + ",\"jwks\":{\"keys\":[" + OKP_KEY + "]}").authenticationMethod())
                .as("keys of a kind we cannot verify")
                .isEqualTo(NONE);
    }

    @Test
    void the_one_method_said_wins_over_those_offered() {
        var said = "\"token_endpoint_auth_method\":\"none\",\"jwks_uri\":\"https://app.example.com/keys\","
                + "\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\"]";
        assertThat(accept(said).authenticationMethod()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"client_secret\":\"x\"",
                "\"client_secret_expires_at\":0",
                "\"token_endpoint_auth_method\":\"client_secret_basic\"",
                "\"token_endpoint_auth_method\":\"client_secret_post\"",
                "\"token_endpoint_auth_method\":\"client_secret_jwt\"",
                "\"token_endpoint_auth_method\":\"private_key_jwt\"",
                "\"token_endpoint_auth_method\":7",
                "\"token_endpoint_auth_methods_supported\":[\"client_secret_basic\"]",
                "\"token_endpoint_auth_methods_supported\":\"none\"",
                "\"jwks_uri\":\"http://app.example.com/keys\"",
                "\"jwks_uri\":\"https://127.0.0.1/keys\"",
                "\"jwks_uri\":\"https://app.example.com/keys\",\"jwks\":{\"keys\":[]}",
                "\"jwks\":[]",
                "\"jwks\":{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
                "\"client_uri\":\"javascript:alert(1)\"",
                "\"logo_uri\":\"data:text/html,x\"",
                "\"policy_uri\":\"file:///etc/passwd\"",
                "\"tos_uri\":\"ftp://a.example/\"",
                "\"sector_identifier_uri\":\"gopher://a.example/\"",
                "\"backchannel_logout_uri\":\"javascript:x\"",
                "\"post_logout_redirect_uris\":[\"javascript:x\"]",
                "\"post_logout_redirect_uris\":[\"http://evil.example/\"]",
                "\"redirect_uris\":[\"http://evil.example/\"]",
                "\"redirect_uris\":[]",
                "\"client_name\":\"Chat\\u202eGPT\"",
                "\"grant_types\":[\"client_credentials\"]",
                "\"id_token_signed_response_alg\":\"none\""
            })
    void what_is_unsafe_is_refused(String member) {
        assertRefused(document(member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"text\"", "{}", "{\"client_id\":7}"})
    void what_is_no_document_is_refused(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/client/",
                "https://app.example.com:443/client",
                "https://app.example.com/%63lient",
                "https://app.example.com/client?",
                "https://evil.example/client"
            })
    void a_document_is_good_at_exactly_its_own_address(String other) {
        assertThatExceptionOfType(UnreadableClientException.class)
                .isThrownBy(() -> policy.accept(new DocumentUrl(other), document("")));
    }

    @Test
    void unknown_members_are_ignored() {
        assertThat(accept("\"resource\":\"x\",\"contacts\":[\"a@b.example\"],\"x\":{\"y\":null}")
                        .name())
                .isEqualTo("An app");
    }

    private ClientMetadata accept(String member) {
        return policy.accept(new DocumentUrl(URL), document(member));
    }

    private void assertRefused(String text) {
        assertThatExceptionOfType(UnreadableClientException.class)
                .isThrownBy(() -> policy.accept(new DocumentUrl(URL), text))
                .satisfies(refused -> assertThat(refused.trouble()).isEqualTo(Trouble.UNUSABLE));
    }

    private static String document(String member) {
        var redirects =
                member.contains("\"redirect_uris\"") ? "" : ",\"redirect_uris\":[\"https://app.example.com/cb\"]";
        return "{\"client_id\":\"" + URL + "\"" + redirects
                + (member.contains("client_name") ? "" : ",\"client_name\":\"An app\"")
                + (member.isEmpty() ? "" : "," + member)
                + "}";
    }

    private static String fixture(String name) throws IOException {
        try (var stream = DocumentPolicyTest.class.getResourceAsStream(name + ".json")) {
            if (stream == null) {
                throw new AssertionError("No fixture " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
