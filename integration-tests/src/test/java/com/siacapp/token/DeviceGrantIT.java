package com.siacapp.token;

import static com.siacapp.testkit.Form.with;
import static com.siacapp.testkit.Form.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.siacapp.testkit.Account;
import com.siacapp.testkit.Administration;
import com.siacapp.testkit.Audit;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.DpopKey;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a device gets at the token endpoint, and when (RFC 8628 §3.4, §3.5). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class DeviceGrantIT {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int MANY = 64;

    @Test
    void a_device_asks_waits_and_gets_what_its_person_allowed() throws Exception {
        var client = Device.app();
        var answer = Device.asks(client, with("scope", "openid siac.templates.read siac.templates.write"));
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        var asked = answer.json();
        assertThat(asked.path("user_code").asText()).matches("[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}");
        assertThat(asked.path("device_code").asText()).hasSize(43);
        assertThat(asked.path("verification_uri").asText()).isEqualTo(TestServer.address() + "/device");
        assertThat(asked.path("verification_uri_complete").asText())
                .isEqualTo(TestServer.address() + "/device?user_code="
                        + asked.path("user_code").asText());
        assertThat(asked.path("expires_in").asInt()).isEqualTo(900);
        assertThat(asked.path("interval").asInt()).isEqualTo(5);

        var device = Device.started(client, answer);
        assertThat(device.polls().error()).isEqualTo("authorization_pending");
        var account = Account.of(Person.AUTHOR);
        device.allowedBy(account.browser());
        var polled = device.polls();
        assertThat(polled.header("Cache-Control")).isEqualTo("no-store");
        assertThat(polled.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(polled.json().path("id_token").asText()).isNotEmpty();
        var tokens = Tokens.of(polled);
        assertThat(tokens.scope()).isEqualTo("openid siac.templates.read siac.templates.write");
        assertThat(tokens.claims().getAudience()).containsExactly("" + TestServer.resource());
        assertThat(tokens.claims().getStringClaim("client_id")).isEqualTo(client.id());
        assertThat(tokens.areGood()).isTrue();
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
        assertThat(Audit.of(client)).containsExactly("TOKENS_ISSUED", "TOKENS_REFRESHED");

        var grant = tokens.claims().getStringClaim("grant_id");
        assertThat(Database.value(
                        "select detail from audit_event where type = 'CONSENT_GIVEN' and grant_id = '" + grant + "'"))
                .isEqualTo("on a device: openid siac.templates.read siac.templates.write");
        assertThat(account.apps()).contains(grant);
        account.press("disconnect", grant);
        assertThat(tokens.areGood()).isFalse();
    }

    @Test
    void the_same_rules_as_for_codes_decide_about_scopes_and_refresh_tokens() {
        var client = Device.app(metadata -> metadata.putArray("grant_types").add(Device.GRANT));
        var device =
                Device.of(client, "siac.templates.read", "siac.templates.write").allowedBy(Person.VIEWER);
        var tokens = Tokens.of(device.polls());
        assertThat(tokens.scope()).as("what the role allows").isEqualTo("siac.templates.read");
        assertThat(tokens.refresh()).as("the client did not register for it").isEmpty();
        assertThat(tokens.id()).isEmpty();
        var silent = Device.started(client, Device.asks(client, form -> form)).allowedBy(Person.VIEWER);
        assertThat(Tokens.of(silent.polls()).scope())
                .isEqualTo("siac.templates.read siac.audience.read siac.campaigns.read");
    }

    @Test
    void a_connection_without_refresh_token_is_listed_as_long_as_its_token_can_live() {
        var device = Device.of(
                Device.app(metadata -> metadata.putArray("grant_types").add(Device.GRANT)), "siac.templates.read");
        device.allowedBy(Person.AUTHOR);
        Time.passes(Duration.ofMinutes(14));
        var tokens = Tokens.of(device.polls());
        Time.passes(Duration.ofMinutes(2));
        Device.forgetExpired();
        assertThat(tokens.areGood()).isTrue();
        assertThat(Account.of(Person.AUTHOR).text()).contains("Test client");
    }

    @Test
    void who_polls_too_early_is_slowed_down_for_good() {
        var device = Device.of(Device.app(), "siac.templates.read");
        assertThat(device.polls().error()).isEqualTo("authorization_pending");
        Time.passes(INTERVAL);
        assertThat(device.polls().error()).isEqualTo("authorization_pending");
        var slowed = device.polls();
        assertThat(slowed.status()).isEqualTo(400);
        assertThat(slowed.error()).isEqualTo("slow_down");
        Time.passes(INTERVAL);
        assertThat(device.polls().error()).as("ten seconds from now on").isEqualTo("slow_down");
        Time.passes(INTERVAL.multipliedBy(3));
        assertThat(device.polls().error()).isEqualTo("authorization_pending");
        Time.passes(INTERVAL.multipliedBy(2));
        assertThat(device.polls().error()).as("fifteen by now").isEqualTo("slow_down");
        device.allowedBy(Person.AUTHOR);
        assertThat(device.polls().status())
                .as("what is decided is told at once")
                .isEqualTo(200);
    }

    @Test
    void a_no_is_told_to_the_device() {
        var client = Device.app();
        var device = Device.of(client, "siac.templates.read");
        device.answeredWith("deny", Browser.signedInAs(Person.AUTHOR));
        var refused = Database.unchangedBy(device::polls);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("access_denied");
        assertThat(Audit.of(client)).containsExactly("CONSENT_REFUSED");
        assertThat(Database.unchangedBy(() -> device.enteredBy(Browser.signedInAs(Person.AUTHOR)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void codes_that_are_over_are_worth_nothing_allowed_or_not() {
        var waiting = Device.of(Device.app(), "siac.templates.read");
        var allowed = Device.of(Device.app(), "siac.templates.read").allowedBy(Person.AUTHOR);
        var asked = Browser.signedInAs(Person.AUTHOR);
        var question = waiting.enteredBy(asked);
        Time.passes(Duration.ofMinutes(15));
        for (var device : List.of(waiting, allowed)) {
            var refused = Database.unchangedBy(device::polls);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.error()).isEqualTo("expired_token");
        }
        assertThat(waiting.enteredBy(Browser.signedInAs(Person.AUTHOR)).status())
                .isEqualTo(422);
        var late = Database.unchangedBy(() -> asked.submit(question, Map.of("decision", "allow")));
        assertThat(late.page().select("h1").text()).isEqualTo("This code is over");
    }

    @Test
    void a_device_code_is_redeemed_once_and_a_replay_ends_nothing() {
        var device = Device.of(Device.app(), "siac.templates.read").allowedBy(Person.AUTHOR);
        var tokens = Tokens.of(device.polls());
        var replay = Database.unchangedBy(device::polls);
        assertThat(replay.status()).isEqualTo(400);
        assertThat(replay.error()).isEqualTo("invalid_grant");
        Time.passes(Duration.ofMinutes(16));
        assertThat(device.polls().error()).isEqualTo("invalid_grant");
        assertThat(device.client().refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    void of_many_that_poll_at_once_exactly_one_gets_tokens() throws Exception {
        var client = Device.app();
        var device = Device.of(client, "siac.templates.read").allowedBy(Person.AUTHOR);
        var answers = Race.of(MANY, device::polls);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(MANY - 1)
                .allSatisfy(answer -> assertThat(answer.error()).isEqualTo("invalid_grant"));
        assertThat(Audit.of(client)).containsExactly("TOKENS_ISSUED");
        assertThat(Database.value("select count(*) from refresh_token r join oauth_grant g on g.id = r.grant_id"
                        + " where g.client_id = '" + client.id() + "'"))
                .isEqualTo("1");
    }

    @Test
    void of_many_early_polls_at_once_each_counts() throws Exception {
        var device = Device.of(Device.app(), "siac.templates.read");
        var answers = Race.of(MANY, device::polls);
        assertThat(answers.stream().filter(answer -> answer.error().equals("authorization_pending")))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.error().equals("slow_down")))
                .hasSize(MANY - 1);
    }

    @Test
    void tokens_are_bound_to_the_key_that_the_device_proved_when_it_asked() throws Exception {
        var key = DpopKey.generated();
        var client = Device.app();
        var device = Device.started(
                        client, Device.asks(client, with("scope", "siac.templates.read"), key.proofForAsking()))
                .allowedBy(Person.AUTHOR);
        assertThat(Database.unchangedBy(device::polls).error()).isEqualTo("invalid_grant");
        var thief = client.proving(DpopKey.generated());
        assertThat(Database.unchangedBy(() -> device.polls(thief)).error()).isEqualTo("invalid_grant");
        var answer = device.polls(client.proving(key));
        assertThat(answer.json().path("token_type").asText()).isEqualTo("DPoP");
        var tokens = Tokens.of(answer);
        assertThat(tokens.claims().getJSONObjectClaim("cnf")).containsOnly(Map.entry("jkt", key.thumbprint()));
        assertThat(key.ping(tokens).status()).isEqualTo(200);
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_device_may_prove_its_key_only_when_it_polls_and_one_that_registered_for_it_must() {
        var client = Device.app(metadata -> metadata.put("dpop_bound_access_tokens", true));
        var device = Device.of(client, "siac.templates.read").allowedBy(Person.AUTHOR);
        assertThat(Database.unchangedBy(device::polls).error()).isEqualTo("invalid_dpop_proof");
        var key = DpopKey.generated();
        assertThat(key.ping(Tokens.of(device.polls(client.proving(key)))).status())
                .isEqualTo(200);
    }

    @Test
    void a_device_code_in_another_clients_hand_is_worth_nothing() {
        var device = Device.of(Device.app(), "siac.templates.read");
        var thief = Device.app();
        assertThat(Database.unchangedBy(() -> device.polls(thief)).error()).isEqualTo("invalid_grant");
        device.allowedBy(Person.AUTHOR);
        assertThat(Database.unchangedBy(() -> device.polls(thief)).error()).isEqualTo("invalid_grant");
        assertThat(device.polls().status()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> what_ends_between_the_yes_and_the_poll_is_over() {
        return Stream.of(
                ended(
                        "the person's account",
                        "invalid_grant",
                        (device, person) -> "people/" + person.id() + "/disable"),
                ended(
                        "all apps of the person",
                        "invalid_grant",
                        (device, person) -> "people/" + person.id() + "/disconnect"),
                ended(
                        "the connection",
                        "invalid_grant",
                        (device, person) ->
                                "apps/disconnect-all?client=" + device.client().id()),
                ended(
                        "the app",
                        "invalid_client",
                        (device, person) -> "clients/" + device.client().id() + "/disable"));
    }

    @TestFactory
    Stream<DynamicTest> polls_that_are_refused_leave_the_code_good() {
        return Stream.of(
                slip("without a code", "invalid_request", without("device_code")),
                slip("with a made-up code", "invalid_grant", with("device_code", "x".repeat(43))),
                slip("with U+0000", "invalid_request", with("device_code", "a\0b")),
                slip("for another resource", "invalid_target", with("resource", "https://elsewhere.example/")),
                slip("of nobody", "invalid_request", without("client_id")),
                slip("of an unknown client", "invalid_client", with("client_id", "nobody")));
    }

    /** Ended by an act of the company's administrator. */
    private static DynamicTest ended(String what, String error, BiFunction<Device, Company.Staff, String> act) {
        return dynamicTest(what, () -> {
            var company = Company.added();
            var admin = company.administrator().administration();
            var made = admin.fill(
                    "clients/new",
                    "clients/new",
                    Map.of("name", "Scanner", "redirect_uris", "", "kind", "PUBLIC", "devices", "yes"));
            var client = Administration.app(made, "");
            var person = company.hire("AUTHOR");
            var device = Device.of(client, "siac.templates.read").allowedBy(person.browser());
            admin.confirm(act.apply(device, person));
            var refused = Database.unchangedBy(device::polls);
            assertThat(refused.error()).isEqualTo(error);
        });
    }

    private static DynamicTest slip(String name, String error, UnaryOperator<Map<String, String>> tweak) {
        return dynamicTest(name, () -> {
            var device = Device.of(Device.app(), "siac.templates.read").allowedBy(Person.AUTHOR);
            var refused = Database.unchangedBy(() -> device.polls(device.client(), tweak));
            assertThat(refused.error()).isEqualTo(error);
            assertThat(device.polls().status()).isEqualTo(200);
        });
    }
}
