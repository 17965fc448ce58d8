package com.siacapp.device;

import static com.siacapp.testkit.Form.with;
import static com.siacapp.testkit.Form.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a device asks for access, and what is kept of that (RFC 8628 §3.1, §3.2). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DeviceAuthorizationIT {

    @TestFactory
    Stream<DynamicTest> requests_no_device_may_make_store_nothing() {
        var key = DpopKey.generated();
        return Stream.of(
                refused("of a client that did not register for it", "unauthorized_client", OAuthClient.registered()),
                refused("of an unknown client", "invalid_client", OAuthClient.known("nobody", "")),
                refused(
                        "of a confidential client without its secret",
                        "invalid_client",
                        OAuthClient.known(
                                Device.app(metadata -> metadata.put("token_endpoint_auth_method", "client_secret_post"))
                                        .id(),
                                "")),
                refused(
                        "with a wrong secret",
                        "invalid_client",
                        OAuthClient.known(Device.app().id(), "guess")),
                refused("for unknown scopes", "invalid_scope", with("scope", "admin root")),
                refused("for another resource", "invalid_target", with("resource", "https://elsewhere.example/")),
                refused("with an oversized scope", "invalid_request", with("scope", "x".repeat(5000))),
                refused("of nobody", "invalid_request", without("client_id")),
                refused("with a proof for the token endpoint", "invalid_dpop_proof", key.proofForTokens()),
                refused("with two proofs", "invalid_dpop_proof", key.proofForAsking(), key.proofForAsking()),
                refused("with rubbish for a proof", "invalid_dpop_proof", "rubbish"));
    }

    @Test
    void requests_from_one_address_have_a_limit() {
        var client = Device.app();
        Device.of(client, "siac.templates.read");
        Database.execute("update limit_window set count = 300 where name = 'DEVICE_AUTHORIZATIONS_PER_ADDRESS'");
        var refused = Database.unchangedBy(() -> Device.asks(client, form -> form));
        assertThat(refused.status()).isEqualTo(429);
        Time.passes(Duration.ofMinutes(5));
        assertThat(Device.asks(client, form -> form).status()).isEqualTo(200);
    }

    @Test
    void the_database_holds_neither_code_and_forgets_what_is_over() {
        var device = Device.of(Device.app(), "siac.templates.read");
        assertThat(Database.value("select count(*) from device_authorization d where d::text like '%"
                        + device.deviceCode() + "%' or d::text like '%"
                        + device.userCode().substring(0, 4) + "%"
                        + device.userCode().substring(5) + "%'"))
                .isEqualTo("0");
        assertThat(stored(device)).isEqualTo("1");
        Time.passes(Duration.ofMinutes(26));
        Device.forgetExpired();
        assertThat(stored(device)).isEqualTo("0");
        assertThat(device.polls().error()).isEqualTo("invalid_grant");
    }

    @Test
    @Timeout(60)
    void what_is_over_is_forgotten_in_batches_that_wait_for_nobody() {
        var client = Device.app();
        var device = Device.of(client, "siac.templates.read");
        Database.execute("insert into device_authorization (hash, user_code_hash, client_id, scopes, resource,"
                + " interval_seconds, expires_at) select 'h' || n || client_id, 'u' || n || client_id, client_id, scopes,"
                + " resource, interval_seconds, expires_at from device_authorization, generate_series(1, 1200) n"
                + " where client_id = '" + client.id() + "'");
        Time.passes(Duration.ofMinutes(26));
        Database.whileHeld(
                "select 1 from device_authorization where client_id = '" + client.id() + "' and hash not like 'h%'",
                Device::forgetExpired);
        assertThat(stored(device)).isEqualTo("1");
        Device.forgetExpired();
        assertThat(stored(device)).isEqualTo("0");
    }

    /** Whoever deletes a client holds it first, and then what its devices asked for. */
    @Test
    void a_decision_that_the_end_of_the_client_overtakes_is_none() {
        var client = Device.app();
        var device = Device.of(client, "siac.templates.read");
        var browser = Browser.signedInAs(Person.AUTHOR);
        var page = device.enteredBy(browser);
        var answer = Database.overtaken(
                "select 1 from client where id = '" + client.id() + "'",
                () -> browser.submit(page, Map.of("decision", "allow")),
                "delete from device_authorization where client_id = '" + client.id() + "'",
                "delete from client where id = '" + client.id() + "'");
        assertThat(answer.status()).isLessThan(500);
        assertThat(Database.value("select count(*) from oauth_grant where client_id = '" + client.id() + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_client_for_devices_alone_registers_no_redirect_address() {
        var client = Device.app(metadata -> {
            metadata.remove("redirect_uris");
            metadata.putArray("grant_types").add(Device.GRANT).add("refresh_token");
        });
        assertThat(Tokens.of(Device.of(client, "siac.templates.read")
                                .allowedBy(Person.AUTHOR)
                                .polls())
                        .areGood())
                .isTrue();
        var page = Browser.signedInAs(Person.AUTHOR)
                .open("/oauth/authorize?response_type=code&client_id=" + client.id()
                        + "&redirect_uri=https%3A%2F%2Felsewhere.example%2F");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.location()).isEmpty();
    }

    @Test
    void the_metadata_says_so() {
        var server = Http.get("/.well-known/oauth-authorization-server").json();
        assertThat(server.path("device_authorization_endpoint").asText())
                .isEqualTo(TestServer.address() + "/oauth/device_authorization");
        assertThat(server.path("grant_types_supported"))
                .extracting(type -> type.asText())
                .contains(Device.GRANT);
    }

    private static String stored(Device device) {
        return Database.value("select count(*) from device_authorization where client_id = '"
                + device.client().id() + "'");
    }

    private static DynamicTest refused(String name, String error, OAuthClient client) {
        return dynamicTest(name, () -> assertRefused(error, Database.unchangedBy(() -> Device.asks(client, f -> f))));
    }

    private static DynamicTest refused(String name, String error, UnaryOperator<Map<String, String>> tweak) {
        var client = Device.app();
        return dynamicTest(name, () -> assertRefused(error, Database.unchangedBy(() -> Device.asks(client, tweak))));
    }

    private static DynamicTest refused(String name, String error, String... proofs) {
        var client = Device.app();
        return dynamicTest(
                name, () -> assertRefused(error, Database.unchangedBy(() -> Device.asks(client, f -> f, proofs))));
    }

    private static void assertRefused(String error, Answer answer) {
        assertThat(answer.error()).as(answer.toString()).isEqualTo(error);
        assertThat(answer.status()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
    }
}
