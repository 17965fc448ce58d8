package com.siacapp.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Registration;
import com.siacapp.testkit.TestServer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client reads, changes and deletes its own registration (RFC 7592). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RegistrationManagementIT {

    @Test
    void who_registers_is_told_where_and_with_what_to_manage_it() {
        var client = Registration.of(metadata -> {});
        assertThat(client.address()).isEqualTo(TestServer.address() + "/oauth/register/" + client.id());
        assertThat(client.token()).hasSize(43);
        assertThat(Database.value("select count(*) from client c where strpos(c::text, '" + client.token() + "') > 0"))
                .isEqualTo("0");
        assertThat(audited("CLIENT_REGISTERED", client)).isEqualTo("1");
    }

    @Test
    void the_same_registration_sent_twice_makes_two_clients_that_know_nothing_of_each_other() {
        var first = Registration.of(metadata -> metadata.put("software_id", "the same"));
        var second = Registration.of(metadata -> metadata.put("software_id", "the same"));
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(first.with(second.token()).read().status()).isEqualTo(401);
    }

    @Test
    void a_client_reads_its_registration_and_keeps_its_token() {
        var client = Registration.of(metadata -> metadata.put("client_name", "Before"));
        var answer = client.read();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().path("client_name").asText()).isEqualTo("Before");
        assertThat(answer.json().path("registration_client_uri").asText()).isEqualTo(client.address());
        assertThat(answer.json().path("registration_access_token").asText()).isEqualTo(client.token());
        assertThat(client.read().status()).isEqualTo(200);
    }

    @Test
    void a_client_replaces_all_it_said_of_itself() {
        var client = Registration.of(metadata -> metadata.put("client_uri", "https://app.example/"));
        var answer = client.update(metadata -> {
            metadata.put("client_name", "After");
            metadata.putArray("redirect_uris").add("https://app.example/callback");
        });
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var now = client.read().json();
        assertThat(now.path("client_name").asText()).isEqualTo("After");
        assertThat(now.path("redirect_uris").get(0).asText()).isEqualTo("https://app.example/callback");
        assertThat(now.has("client_uri")).isFalse();
        assertThat(audited("CLIENT_UPDATED", client)).isEqualTo("1");
    }

    @Test
    void a_client_that_becomes_confidential_gets_a_secret_and_one_that_is_keeps_it() {
        var client = Registration.of(metadata -> {});
        var method = confidential();
        var secret = client.update(method).json().path("client_secret").asText();
        assertThat(secret).hasSize(43);
        assertThat(client.update(method.andThen(metadata -> metadata.put("client_secret", secret)))
                        .json()
                        .has("client_secret"))
                .isFalse();
        assertThat(Database.value("select secret_hash is not null from client where id = '" + client.id() + "'"))
                .isEqualTo("t");
        client.update(metadata -> {});
        assertThat(Database.value("select secret_hash is null from client where id = '" + client.id() + "'"))
                .isEqualTo("t");
    }

    @TestFactory
    Stream<DynamicTest> changes_nobody_may_make() {
        var client = Registration.of(confidential());
        return Stream.of(
                refusal(client, "no client_id", "invalid_request", metadata -> metadata.remove("client_id")),
                refusal(client, "another client_id", "invalid_request", metadata -> metadata.put("client_id", "other")),
                refusal(
                        client,
                        "a secret of its own",
                        "invalid_request",
                        metadata -> metadata.put("client_secret", "x")),
                refusal(
                        client,
                        "the management token",
                        "invalid_request",
                        metadata -> metadata.put("registration_access_token", client.token())),
                refusal(
                        client,
                        "the management address",
                        "invalid_request",
                        metadata -> metadata.put("registration_client_uri", client.address())),
                refusal(
                        client,
                        "the time of issue",
                        "invalid_request",
                        metadata -> metadata.put("client_id_issued_at", 1)),
                refusal(
                        client,
                        "the expiry of the secret",
                        "invalid_request",
                        metadata -> metadata.put("client_secret_expires_at", 0)),
                refusal(
                        client,
                        "an address nobody may register",
                        "invalid_redirect_uri",
                        metadata -> metadata.putArray("redirect_uris").add("http://evil.example/")),
                refusal(
                        client,
                        "an unknown method",
                        "invalid_client_metadata",
                        metadata -> metadata.put("token_endpoint_auth_method", "tls")));
    }

    @TestFactory
    Stream<DynamicTest> who_does_not_hold_the_token_gets_the_same_401_whatever_is_wrong() {
        var client = Registration.of(metadata -> {});
        var deleted = Registration.of(metadata -> {});
        assertThat(deleted.delete().status()).isEqualTo(204);
        var administrators = OAuthClient.ofTheDemoCompany();
        return Stream.of(
                        client.with("wrong"),
                        client.with(""),
                        client.with(Registration.of(metadata -> {}).token()),
                        client.with(OAuthClient.registered()
                                .tokensFor(Person.AUTHOR)
                                .access()),
                        client.withId("00000000-0000-4000-8000-000000000000"),
                        client.withId("%00"),
                        deleted,
                        client.withId(administrators.id()))
                .flatMap(impostor -> Stream.of(
                        unauthorized(impostor, "reads", Registration::read),
                        unauthorized(impostor, "changes", registration -> registration.update(metadata -> {})),
                        unauthorized(impostor, "deletes", Registration::delete)));
    }

    @Test
    void deleting_a_registration_ends_its_grants_at_once_and_its_id_is_dead() {
        var registration = Registration.of(metadata -> {});
        var client = registration.client();
        var tokens = client.tokensFor(Person.AUTHOR);
        assertThat(tokens.areGood()).isTrue();
        assertThat(registration.delete().status()).isEqualTo(204);
        assertThat(tokens.areGood()).isFalse();
        var refresh = client.refresh(tokens.refresh());
        assertThat(refresh.status()).isEqualTo(401);
        assertThat(refresh.error()).isEqualTo("invalid_client");
        var page = client.authorizationRequest().openedBy(Browser.signedInAs(Person.AUTHOR));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.location()).isEmpty();
        assertThat(page.page().select("main").text()).contains("ChatGPT").contains("Claude");
        assertThat(audited("CLIENT_DELETED", registration)).isEqualTo("1");
        assertThat(Database.value("select count(*) from client where id = '" + registration.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_change_leaves_the_grants_alone() {
        var registration = Registration.of(metadata -> {});
        var tokens = registration.client().tokensFor(Person.AUTHOR);
        registration.update(metadata -> metadata.put("client_name", "After"));
        assertThat(tokens.areGood()).isTrue();
    }

    @Test
    void apps_in_a_browser_may_manage_their_registration() {
        var registration = Registration.of(metadata -> {});
        assertThat(registration.read().header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(registration.preflight().header("Access-Control-Allow-Methods"))
                .contains("GET", "PUT", "DELETE");
    }

    private static Consumer<ObjectNode> confidential() {
        return metadata -> metadata.put("token_endpoint_auth_method", "client_secret_post");
    }

    private static DynamicTest refusal(Registration client, String what, String error, Consumer<ObjectNode> change) {
        return DynamicTest.dynamicTest(what, () -> {
            var answer = Database.unchangedBy(() -> client.update(confidential().andThen(change)));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.error()).isEqualTo(error);
        });
    }

    private static DynamicTest unauthorized(
            Registration impostor, String does, Function<Registration, Answer> request) {
        return DynamicTest.dynamicTest(impostor + " " + does, () -> {
            var answer = Database.unchangedBy(() -> request.apply(impostor));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            assertThat(answer.error()).isEqualTo("invalid_token");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        });
    }

    private static String audited(String type, Registration client) {
        return Database.value("select count(*) from audit_event where type = '" + type + "' and client_id = '"
                + client.id() + "' and address = '127.0.0.1' and tenant_id is null");
    }
}
