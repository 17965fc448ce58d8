package com.siacapp.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Forger;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which access tokens let somebody in at the MCP endpoint (RFC 9068 §4, MCP authorization). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AccessTokenIT {

    @Test
    void without_a_token_the_challenge_says_where_to_get_one_and_names_no_error() {
        var answer = Database.unchangedBy(() -> Mcp.with("").ping());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("resource_metadata=\"" + TestServer.address() + "/.well-known/oauth-protected-resource/mcp\"")
                .contains("scope=\"")
                .doesNotContain("error=")
                .doesNotContain("offline_access");
    }

    @TestFactory
    Stream<DynamicTest> tokens_that_let_nobody_in() {
        var elsewhere = "https://elsewhere.example";
        var past = Date.from(Instant.EPOCH);
        return Stream.of(
                refused("unsigned (alg none)", Forger::unsigned),
                refused("another key under our key id", Forger::signedByAStranger),
                refused("an unknown key", Forger::signedByAnUnknownKey),
                refused("a key in the header", Forger::signedByTheKeyInItsHeader),
                refused("an ID token's type", forger -> forger.signedByTheServer(JOSEObjectType.JWT)),
                refused("no type", forger -> forger.signedByTheServer(null)),
                refused(
                        "a foreign issuer",
                        forger -> forger.with("iss", elsewhere).signedByTheServer()),
                refused("no issuer", forger -> forger.with("iss", null).signedByTheServer()),
                refused(
                        "a foreign audience",
                        forger -> forger.with("aud", elsewhere).signedByTheServer()),
                refused(
                        "the issuer as audience",
                        forger -> forger.with("aud", "" + TestServer.address()).signedByTheServer()),
                refused("no audience", forger -> forger.with("aud", null).signedByTheServer()),
                refused("no expiry", forger -> forger.with("exp", null).signedByTheServer()),
                refused(
                        "an expiry of long ago",
                        forger -> forger.with(claims -> claims.expirationTime(past))
                                .signedByTheServer()),
                refused(
                        "a grant that never was",
                        forger ->
                                forger.with("grant_id", "" + UUID.randomUUID()).signedByTheServer()),
                refused("no scope", forger -> forger.with("scope", null).signedByTheServer()),
                refused("no subject", forger -> forger.with("sub", null).signedByTheServer()),
                refused("no id", forger -> forger.with("jti", null).signedByTheServer()),
                refused("no time of issue", forger -> forger.with("iat", null).signedByTheServer()),
                refused("no grant", forger -> forger.with("grant_id", null).signedByTheServer()),
                refused(
                        "a grant that is no id",
                        forger -> forger.with("grant_id", "' or 1=1").signedByTheServer()),
                refused(
                        "a subject that is not the grant's",
                        forger -> forger.with("sub", "" + UUID.randomUUID()).signedByTheServer()),
                refused(
                        "another client's id",
                        forger -> forger.with("client_id", "somebody-else").signedByTheServer()),
                refused(
                        "an oversized claim",
                        forger -> forger.with("x", "y".repeat(8_000)).signedByTheServer()),
                refused("rubbish", forger -> "rubbish"),
                refused("five parts", forger -> "a.b.c.d.e"));
    }

    @Test
    void a_public_key_used_as_a_shared_secret_lets_nobody_in() {
        var good = OAuthClient.registered().tokensFor(Person.AUTHOR);
        var forged = Forger.startingFrom(good).hmacWithThePublicKeys();
        assertThat(forged)
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(token ->
                        assertRefused(Database.unchangedBy(() -> Mcp.with(token).ping())));
    }

    @Test
    void a_token_expires() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);
        assertThat(tokens.areGood()).isTrue();
        Time.passes(Duration.ofMinutes(10));
        assertRefused(Mcp.with(tokens.access()).ping());
    }

    @Test
    void the_id_token_and_the_refresh_token_let_nobody_in() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR, "openid", "siac.templates.read");
        assertRefused(Mcp.with(tokens.id()).ping());
        assertRefused(Mcp.with(tokens.refresh()).ping());
    }

    @Test
    void a_token_in_the_address_does_not_count() {
        var tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);
        var body = Mcp.message("ping", Map.of()).toString();
        var answer = Http.send(
                "/mcp?access_token=" + tokens.access(),
                "POST",
                BodyPublishers.ofString(body),
                request -> request.header("Content-Type", "application/json"));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void a_scope_the_token_lacks_is_asked_for_by_a_step_up() {
        var reader = Mcp.as(Person.AUTHOR, "siac.templates.read");
        var answer = Database.unchangedBy(() -> reader.call("siac_save_template_draft", Map.of()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"siac.templates.read siac.templates.write\"")
                .contains("resource_metadata=");
    }

    @Test
    void a_tool_the_role_forbids_is_not_listed_and_answers_like_an_unknown_one() {
        var viewer = Mcp.as(Person.VIEWER, "siac.templates.read");
        var listed = viewer.request("tools/list", Map.of())
                .json()
                .at("/result/tools")
                .findValuesAsText("name");
        assertThat(listed).contains("siac_validate_template").doesNotContain("siac_save_template_draft");
        var forbidden = viewer.call("siac_save_template_draft", Map.of());
        var unknown = viewer.call("siac_no_such_tool", Map.of());
        assertThat(forbidden.status()).isEqualTo(unknown.status());
        assertThat(forbidden.json().path("error")).isEqualTo(unknown.json().path("error"));
    }

    private static DynamicTest refused(String what, Function<Forger, String> forge) {
        return DynamicTest.dynamicTest(what, () -> {
            var good = OAuthClient.registered().tokensFor(Person.AUTHOR);
            var forged = forge.apply(Forger.startingFrom(good));
            assertRefused(Database.unchangedBy(() -> Mcp.with(forged).ping()));
            assertThat(good.areGood()).as("the real token is still good").isTrue();
        });
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"invalid_token\"")
                .contains("resource_metadata=");
    }

    /** That the forger's tools work at all: an unchanged token of theirs is let in. */
    @Test
    void the_stolen_key_of_these_tests_really_is_the_servers() {
        Tokens good = OAuthClient.registered().tokensFor(Person.AUTHOR);
        assertThat(Mcp.with(Forger.startingFrom(good).signedByTheServer())
                        .ping()
                        .status())
                .isEqualTo(200);
    }
}
