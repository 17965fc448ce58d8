package com.siacapp.metadata;

import static com.siacapp.metadata.Cases.NONSENSE;
import static com.siacapp.metadata.Cases.second;
import static com.siacapp.metadata.Cases.send;
import static com.siacapp.testkit.OAuthClient.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Registration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a client finds out, and how it registers. */
final class RegistrationAnswers {

    private static final String REGISTRATIONS = "SIAC_LIMIT_REGISTRATIONS_PER_ADDRESS";

    private final Cases cases;

    RegistrationAnswers(Cases cases) {
        this.cases = cases;
    }

    void add() {
        discovery();
        registration();
    }

    private void discovery() {
        Map.of(
                        "getAuthorizationServerMetadata", "/.well-known/oauth-authorization-server",
                        "getOpenIdConfiguration", "/.well-known/openid-configuration",
                        "getProtectedResourceMetadata", "/.well-known/oauth-protected-resource",
                        "getProtectedResourceMetadataAtPath", "/.well-known/oauth-protected-resource/mcp",
                        "getKeys", "/oauth/jwks")
                .forEach((operation, path) -> {
                    cases.add(operation, "200", () -> Http.get(path));
                    cases.add(
                            operation,
                            "304",
                            () -> send(
                                    "GET",
                                    path,
                                    Map.of("If-None-Match", Http.get(path).header("ETag"))));
                });
        cases.add(
                "getProtectedResourceMetadataAtPath",
                "404 invalid_request",
                () -> Http.get("/.well-known/oauth-protected-resource/other"));
        cases.add("getHealth", "200", () -> Http.get("/health"));
    }

    private void registration() {
        cases.add("registerClient", "201", () -> register(client -> {}));
        cases.add("registerClient", "201", () -> register(client -> client.remove("token_endpoint_auth_method")));
        cases.add("registerClient", "400 invalid_redirect_uri", () -> register(RegistrationAnswers::byHttp));
        cases.add("registerClient", "400 invalid_client_metadata", () -> Http.postJson("/oauth/register", "[]"));
        cases.add(
                "registerClient", "413 invalid_request", () -> register(client -> client.put("x", "x".repeat(70_000))));
        cases.add(
                "registerClient",
                "415 invalid_request",
                () -> Http.postForm("/oauth/register", List.of(), more -> more));
        cases.add(
                "registerClient",
                "429 temporarily_unavailable",
                () -> Elsewhere.at("127.0.0.141").does(() -> second(REGISTRATIONS, () -> register(client -> {}))));
        cases.add("readRegistration", "200", () -> Registration.of(client -> {}).read());
        cases.add("readRegistration", "401 invalid_token", () -> stranger().read());
        cases.add(
                "replaceRegistration",
                "200",
                () -> Registration.of(client -> {}).update(client -> {}));
        cases.add(
                "replaceRegistration",
                "400 invalid_request",
                () -> replace(client -> client.put("client_id", NONSENSE)));
        cases.add("replaceRegistration", "400 invalid_redirect_uri", () -> replace(RegistrationAnswers::byHttp));
        cases.add(
                "replaceRegistration",
                "400 invalid_client_metadata",
                () -> replace(client -> client.put("token_endpoint_auth_method", NONSENSE)));
        cases.add("replaceRegistration", "401 invalid_token", () -> stranger().update(client -> {}));
        cases.add("replaceRegistration", "429 temporarily_unavailable", () -> {
            var registration = Registration.of(client -> {});
            return Elsewhere.at("127.0.0.142")
                    .does(() -> second(REGISTRATIONS, () -> registration.update(client -> {})));
        });
        cases.add(
                "deleteRegistration", "204", () -> Registration.of(client -> {}).delete());
        cases.add("deleteRegistration", "401 invalid_token", () -> stranger().delete());
    }

    private static Answer register(Consumer<ObjectNode> tweak) {
        return Http.postJson("/oauth/register", metadata(tweak));
    }

    private static Answer replace(Consumer<ObjectNode> tweak) {
        return Registration.of(client -> {}).update(tweak);
    }

    private static Registration stranger() {
        return Registration.of(client -> {}).with(NONSENSE);
    }

    private static void byHttp(ObjectNode client) {
        client.putArray("redirect_uris").add("http://elsewhere.test/");
    }
}
