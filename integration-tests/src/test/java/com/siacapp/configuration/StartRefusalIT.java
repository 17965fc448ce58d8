package com.siacapp.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * With which settings there is no start, and why: one sentence for each reason. The real server says it of itself; that it
 * ends the start is shown by {@code ServeCommandIT}.
 */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StartRefusalIT {

    private static final String KEY = "t1LhSoJc0w4SFrR8PZk2n9yqvXbmG5uT3aEiQ7xdYHs=";

    /** What production takes. */
    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("SIAC_MODE", ""),
            Map.entry("SIAC_ISSUER", "https://auth.siac.example"),
            Map.entry("SIAC_RESOURCE", "https://api.siac.example/mcp"),
            Map.entry("SIAC_ENCRYPTION_KEY", KEY),
            Map.entry("SIAC_DB_PASSWORD", "correct horse battery"),
            Map.entry("SIAC_DEMO_ADMIN_PASSWORD", ""),
            Map.entry("SIAC_DEMO_AUTHOR_PASSWORD", ""),
            Map.entry("SIAC_DEMO_VIEWER_PASSWORD", ""));

    @Test
    void good_settings_are_taken() {
        assertThat(problems(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SIAC_ISSUER", "SIAC_RESOURCE", "SIAC_ENCRYPTION_KEY"})
    void what_must_be_set_is_named(String key) {
        assertThat(problems(Map.of(key, ""))).singleElement().asString().startsWith(key + " is not set; it takes ");
    }

    @ParameterizedTest
    @CsvSource({
        "http://auth.siac.example",
        "HTTPS://auth.siac.example",
        "https://Auth.siac.example",
        "https://auth.siac.example/",
        "https://auth.siac.example/tenant",
        "https://auth.siac.example:443",
        "https://auth.siac.example:0443",
        "https://auth.siac.example:",
        "https://auth.siac.example?x",
        "https://auth.siac.example#x",
        "https://user@auth.siac.example",
        "https://auth.siac.example.",
        "https://auth_.siac.example",
        "https://ñ.example",
        "https:auth.siac.example",
        "auth.siac.example",
    })
    void an_issuer_that_clients_could_not_compare_is_refused(String issuer) {
        assertThat(problems(Map.of("SIAC_ISSUER", issuer)))
                .singleElement()
                .asString()
                .startsWith("SIAC_ISSUER ")
                .contains("https://", "\"" + issuer + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.siac.example/mcp",
        "https://api.siac.example",
        "https://api.siac.example/",
        "https://api.siac.example/mcp/",
        "https://api.siac.example//mcp",
        "https://api.siac.example/x/../mcp",
        "https://api.siac.example/%6Dcp",
        "https://api.siac.example/MCP",
        "https://api.siac.example:443/mcp",
        "https://API.siac.example/mcp",
    })
    void a_resource_that_clients_could_not_compare_is_refused(String resource) {
        assertThat(problems(Map.of("SIAC_RESOURCE", resource)))
                .singleElement()
                .asString()
                .startsWith("SIAC_RESOURCE ")
                .contains("https://", "\"" + resource + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, is no random key",
        "MTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3BxcnN0dXY=, is no random key",
        "c2hvcnQ=, takes 32 random bytes",
        "not base64!, takes 32 random bytes",
    })
    void an_encryption_key_that_could_be_guessed_is_refused_and_not_shown(String key, String reason) {
        assertThat(problems(Map.of("SIAC_ENCRYPTION_KEY", key)))
                .singleElement()
                .asString()
                .startsWith("SIAC_ENCRYPTION_KEY " + reason)
                .doesNotContain(key);
    }

    @ParameterizedTest
    @CsvSource({"siac", "postgres", "elevenchars", "the-siac-password"})
    void a_database_password_that_could_be_guessed_is_refused_and_not_shown(String password) {
        assertThat(problems(Map.of("SIAC_DB_PASSWORD", password)))
                .containsExactly("SIAC_DB_PASSWORD is too easily guessed; production takes 12 characters or more,"
                        + " without the user's name.");
    }

    @ParameterizedTest
    @CsvSource({"ADMIN", "AUTHOR", "VIEWER"})
    void a_password_of_a_demo_person_is_refused(String person) {
        var key = "SIAC_DEMO_" + person + "_PASSWORD";
        assertThat(problems(Map.of(key, "a-demo-password")))
                .containsExactly(key + " is set, but the demo company is for development only; remove it.");
    }

    @ParameterizedTest
    @CsvSource({"http://app.example", "https://app.example/", "https://app.example/x", "*", "null"})
    void web_origins_are_https_and_nothing_but_origins(String origin) {
        assertThat(problems(Map.of("SIAC_ALLOWED_ORIGINS", "https://good.example, " + origin)))
                .singleElement()
                .asString()
                .startsWith("SIAC_ALLOWED_ORIGINS takes ")
                .contains(origin);
    }

    @ParameterizedTest
    @CsvSource({
        "SIAC_MODE, prodution",
        "SIAC_SESSION_LIFESPAN, 12h",
        "SIAC_REFRESH_TOKEN_GRACE, -PT1S",
        "SIAC_ACCESS_TOKEN_LIFESPAN, PT25H",
        "SIAC_ACCESS_TOKEN_ALGORITHM, HS256",
        "SIAC_TRUSTED_PROXIES, 10.0.0.0/99",
        "SIAC_LIMIT_REGISTRATIONS, many",
        "SIAC_DB_POOL_MAX, 0",
        "SIAC_DB_POOL_MAX, 1",
        "SIAC_DB_POOL_MIN, 21",
    })
    void a_wrong_value_is_answered_with_the_key_what_it_takes_and_what_it_is(String key, String value) {
        assertThat(problems(Map.of(key, value)))
                .singleElement()
                .asString()
                .matches(key + " takes .+, and is \"" + value + "\"\\.");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThat(problems(Map.of(
                        "SIAC_ISSUER", "http://auth.siac.example",
                        "SIAC_RESOURCE", "http://api.siac.example/mcp",
                        "SIAC_DB_PASSWORD", "short")))
                .hasSize(3);
    }

    @Test
    void development_takes_http_and_simple_secrets() {
        assertThat(problems(Map.of(
                        "SIAC_MODE", "development",
                        "SIAC_ISSUER", "http://localhost:8080",
                        "SIAC_RESOURCE", "http://localhost:8080/mcp",
                        "SIAC_ENCRYPTION_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "SIAC_DB_PASSWORD", "short",
                        "SIAC_DEMO_ADMIN_PASSWORD", "a-demo-password")))
                .isEmpty();
    }

    /** What the server says of good settings with these changes; empty is unset. */
    private static List<String> problems(Map<String, String> changes) {
        var settings = new HashMap<>(GOOD);
        settings.putAll(changes);
        var answer = Http.postForm("/in-container/configuration", List.copyOf(settings.entrySet()), request -> request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }
}
