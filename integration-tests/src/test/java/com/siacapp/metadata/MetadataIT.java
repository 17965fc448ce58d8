package com.siacapp.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.IdentityProvider;
import com.siacapp.testkit.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client finds out by itself. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class MetadataIT {

    private static final String SERVER = "/.well-known/oauth-authorization-server";
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";

    @Test
    void identity_assertions_are_among_the_grants() {
        var server = Http.get("/.well-known/oauth-authorization-server").json();
        assertThat(server.path("grant_types_supported"))
                .extracting(type -> type.asText())
                .contains(IdentityProvider.GRANT);
        assertThat(server.path("authorization_grant_profiles_supported"))
                .extracting(type -> type.asText())
                .containsExactly("urn:ietf:params:oauth:grant-profile:id-jag");
    }

    @Test
    void both_discovery_addresses_serve_one_document_whose_issuer_is_the_servers_address() {
        var metadata = Http.get(SERVER);
        assertThat(metadata.status()).isEqualTo(200);
        assertThat(metadata.header("Content-Type")).isEqualTo("application/json");
        assertThat(metadata.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(metadata.json().path("issuer").asText())
                .isEqualTo(TestServer.address().toString());
        assertThat(metadata.json().path("code_challenge_methods_supported").toString())
                .isEqualTo("[\"S256\"]");
        assertThat(metadata.json().path("response_types_supported").toString()).isEqualTo("[\"code\"]");
        assertThat(metadata.json()
                        .path("authorization_response_iss_parameter_supported")
                        .asBoolean())
                .isTrue();
        assertThat(Http.get("/.well-known/openid-configuration").body()).isEqualTo(metadata.body());
    }

    @Test
    void everything_openid_connect_requires_is_there() {
        var metadata = Http.get("/.well-known/openid-configuration").json();
        for (var address : List.of("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")) {
            assertThat(metadata.path(address).asText()).startsWith(TestServer.address() + "/oauth/");
        }
        assertThat(metadata.path("subject_types_supported").toString()).isEqualTo("[\"public\"]");
        assertThat(metadata.path("id_token_signing_alg_values_supported").toString())
                .contains("RS256");
        assertThat(metadata.path("scopes_supported").toString()).contains("openid");
        assertThat(metadata.path("request_uri_parameter_supported").asBoolean(true))
                .isFalse();
    }

    @Test
    void the_resource_describes_itself_at_its_path_and_at_the_root() {
        var metadata = Http.get(RESOURCE + "/mcp");
        assertThat(metadata.json().path("resource").asText())
                .isEqualTo(TestServer.resource().toString());
        assertThat(metadata.json().at("/authorization_servers/0").asText())
                .isEqualTo(TestServer.address().toString());
        assertThat(metadata.json().path("scopes_supported").toString()).doesNotContain("offline_access");
        assertThat(Http.get(RESOURCE).body()).isEqualTo(metadata.body());
    }

    @Test
    void no_document_is_served_where_it_would_name_another() {
        assertThat(Http.get(SERVER + "/mcp").status()).isEqualTo(404);
        assertThat(Http.get(RESOURCE + "/other").status()).isEqualTo(404);
        assertThat(Http.get("/.well-known/openid-configuration/tenant").status())
                .isEqualTo(404);
    }

    @Test
    void a_document_that_did_not_change_is_not_sent_again() {
        var tag = Http.get("/oauth/jwks").header("ETag");
        var again = Http.send("/oauth/jwks", "GET", BodyPublishers.noBody(), r -> r.header("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void apps_in_a_browser_may_call_what_clients_call_and_never_authorize() {
        for (var path : List.of(
                "/oauth/token",
                "/oauth/par",
                "/oauth/register",
                "/oauth/register/a-client",
                "/oauth/revoke",
                "/oauth/userinfo",
                "/oauth/jwks",
                SERVER,
                RESOURCE + "/mcp")) {
            var preflight = fromAnApp(path, "OPTIONS");
            assertThat(preflight.status()).as(path).isEqualTo(204);
            assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "DPoP");
            for (var answer : List.of(preflight, fromAnApp(path, "GET"), fromAnApp(path, "POST"))) {
                assertThat(answer.header("Access-Control-Allow-Origin"))
                        .as(path)
                        .isEqualTo("*");
                assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            }
        }
        for (var path : List.of(
                "/oauth/authorize", "/oauth/introspect", "/oauth/logout", "/signin", "/account", "/admin/people")) {
            for (var method : List.of("OPTIONS", "GET", "POST")) {
                assertThat(fromAnApp(path, method).header("Access-Control-Allow-Origin"))
                        .as(method + " " + path)
                        .isEmpty();
            }
        }
    }

    private static Answer fromAnApp(String path, String method) {
        return Http.send(
                path, method, BodyPublishers.noBody(), request -> request.header("Origin", "https://app.example"));
    }

    @Test
    void a_method_that_is_not_allowed_is_refused_with_those_that_are() {
        var refused = Http.get("/oauth/token");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains("POST");
    }

    @Test
    void health_tells_up_and_no_more() {
        assertThat(Http.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
