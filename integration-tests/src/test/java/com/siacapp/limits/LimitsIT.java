package com.siacapp.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Assertion;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Device;
import com.siacapp.testkit.Elsewhere;
import com.siacapp.testkit.Form;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Race;
import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.TestServer;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How much strangers may make us write, and how often one may be wrong. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class LimitsIT {

    /** More than the limit. */
    private static final int FLOOD =
            Integer.getInteger("siac.scale.registrations", TestServer.REGISTRATIONS_PER_ADDRESS + 100);

    private static final int WRONG_SECRETS = 60;
    private static final int SHARE_IN_A_FLOOD = 5;
    private static final int DEVICES_IN_A_FLOOD = 10;

    @Test
    void of_a_flood_of_registrations_from_one_address_only_those_within_the_limit_are_stored() {
        var flooder = Elsewhere.at("127.0.0.71");
        var before = registeredClients();
        var answers = Race.of(FLOOD, () -> flooder.does(LimitsIT::register));
        assertThat(registeredClients() - before).isEqualTo(TestServer.REGISTRATIONS_PER_ADDRESS);
        assertThat(answers.stream().filter(answer -> answer.status() == 201))
                .hasSize(TestServer.REGISTRATIONS_PER_ADDRESS);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(refused -> assertRefused(refused, Duration.ofMinutes(10)));
        assertThat(Elsewhere.at("127.0.0.72").does(LimitsIT::register).status()).isEqualTo(201);
        Time.passes(Duration.ofMinutes(10));
        assertThat(flooder.does(LimitsIT::register).status()).isEqualTo(201);
    }

    @Test
    @Timeout(60)
    void counts_that_are_over_are_forgotten_but_for_those_that_somebody_is_at() {
        Database.execute("insert into limit_window (name, key, count, ends_at)"
                + " select 'OVER', n, 1, now() - interval '10 years' from generate_series(1, 1200) n");
        Database.execute("insert into failure_streak (key, count, last_at)"
                + " select 'over ' || n, 1, now() - interval '10 years' from generate_series(1, 1200) n");
        Database.whileHeld(
                "select 1 from limit_window w, failure_streak s"
                        + " where w.name = 'OVER' and w.key = '7' and s.key = 'over 7'",
                Device::forgetExpired);
        var left = "select (select string_agg(key, ',') from limit_window where name = 'OVER') || ', '"
                + " || (select string_agg(key, ',') from failure_streak where key like 'over %')";
        assertThat(Database.value(left)).isEqualTo("7, over 7");
        Device.forgetExpired();
        assertThat(Database.value(left)).isEqualTo("null");
    }

    @Test
    void what_is_no_registration_does_not_count() {
        var clumsy = Elsewhere.at("127.0.0.73");
        clumsy.does(() -> Http.postJson("/oauth/register", "{}"));
        assertThat(countOf(
                        "REGISTRATIONS_PER_ADDRESS", () -> clumsy.does(() -> Http.postJson("/oauth/register", "{}"))))
                .isZero();
        assertThat(countOf("REGISTRATIONS_PER_ADDRESS", () -> clumsy.does(LimitsIT::register)))
                .isEqualTo(1);
    }

    @Test
    void in_a_flood_of_registrations_each_neighbourhood_has_a_share_and_nobody_is_shut_out_by_another() {
        assertThat(register().status()).isEqualTo(201);
        Database.execute("update limit_window set count = 1000000 where name = 'REGISTRATIONS'");
        for (var network = 0; network < SHARE_IN_A_FLOOD; network++) {
            assertThat(Elsewhere.at("127.0.5." + (network + 1))
                            .does(LimitsIT::register)
                            .status())
                    .isEqualTo(201);
        }
        assertRefused(Elsewhere.at("127.0.5.99").does(LimitsIT::register), Duration.ofMinutes(10));
        assertThat(Elsewhere.at("127.0.6.1").does(LimitsIT::register).status()).isEqualTo(201);
        Time.passes(Duration.ofMinutes(10));
        assertThat(Elsewhere.at("127.0.5.99").does(LimitsIT::register).status()).isEqualTo(201);
    }

    /** Ten neighbourhoods ask for all that fits, which is more than the total, and somebody comes from an eleventh. */
    @Test
    void ten_neighbourhoods_make_no_flood_of_registrations_however_many_they_send() {
        Database.execute("delete from limit_window where name = 'REGISTRATIONS'");
        Settings.with("SIAC_LIMIT_REGISTRATIONS", "40/PT10M", () -> {
            for (var neighbourhood = 20; neighbourhood < 30; neighbourhood++) {
                var attacker = Elsewhere.at("127.0." + neighbourhood + ".1");
                for (var time = 0; time < SHARE_IN_A_FLOOD; time++) {
                    assertThat(attacker.does(LimitsIT::register).status()).isEqualTo(201);
                }
            }
            var other = Elsewhere.at("127.0.30.1");
            for (var time = 0; time <= SHARE_IN_A_FLOOD; time++) {
                assertThat(other.does(LimitsIT::register).status()).isEqualTo(201);
            }
        });
    }

    @Test
    void a_neighbourhood_that_counts_no_more_is_no_freer_in_a_flood() {
        Database.execute("delete from limit_window where name = 'REGISTRATIONS'");
        Settings.with("SIAC_LIMIT_REGISTRATIONS", "20/PT10M", () -> {
            var sender = Elsewhere.at("127.0.31.1");
            assertThat(countOf("REGISTRATIONS", () -> sender.does(LimitsIT::register)))
                    .isEqualTo(1);
            assertThat(countOf("REGISTRATIONS", () -> sender.does(LimitsIT::register)))
                    .isZero();
            Database.execute("update limit_window set count = 20 where name = 'REGISTRATIONS'");
            for (var time = 0; time < SHARE_IN_A_FLOOD; time++) {
                assertThat(sender.does(LimitsIT::register).status()).isEqualTo(201);
            }
            assertRefused(sender.does(LimitsIT::register), Duration.ofMinutes(10));
        });
    }

    @Test
    void the_networks_of_one_neighbourhood_have_a_limit_together() {
        Settings.with("SIAC_LIMIT_REGISTRATIONS_PER_NEIGHBOURHOOD", "2/PT10M", () -> {
            for (var network : List.of("127.0.32.1", "127.0.32.2")) {
                assertThat(Elsewhere.at(network).does(LimitsIT::register).status())
                        .isEqualTo(201);
            }
            var third = Elsewhere.at("127.0.32.3");
            var before = registeredClients();
            assertRefused(third.does(LimitsIT::register), Duration.ofMinutes(10));
            assertThat(registeredClients()).isEqualTo(before);
            assertThat(Elsewhere.at("127.0.33.1").does(LimitsIT::register).status())
                    .isEqualTo(201);
            Time.passes(Duration.ofMinutes(10));
            assertThat(third.does(LimitsIT::register).status()).isEqualTo(201);
        });
    }

    @Test
    void in_a_flood_of_devices_of_one_client_each_neighbourhood_has_a_share_and_other_clients_are_free() {
        var client = Device.app();
        assertThat(askedFrom("127.0.40.1", client)).isEqualTo(200);
        Database.execute("update limit_window set count = 1000000 where name = 'DEVICE_AUTHORIZATIONS_PER_CLIENT'");
        for (var network = 0; network < DEVICES_IN_A_FLOOD; network++) {
            assertThat(askedFrom("127.0.41." + (network + 1), client)).isEqualTo(200);
        }
        assertThat(askedFrom("127.0.41.99", client)).isEqualTo(429);
        assertThat(askedFrom("127.0.42.1", client)).isEqualTo(200);
        assertThat(askedFrom("127.0.41.99", Device.app())).isEqualTo(200);
        Time.passes(Duration.ofMinutes(5));
        assertThat(askedFrom("127.0.41.99", client)).isEqualTo(200);
    }

    @Test
    void devices_of_one_client_in_one_neighbourhood_have_a_limit_together() {
        var client = Device.app();
        Settings.with("SIAC_LIMIT_DEVICE_AUTHORIZATIONS_PER_NEIGHBOURHOOD", "2/PT5M", () -> {
            assertThat(askedFrom("127.0.43.1", client)).isEqualTo(200);
            assertThat(askedFrom("127.0.43.2", client)).isEqualTo(200);
            assertThat(askedFrom("127.0.43.3", client)).isEqualTo(429);
            assertThat(askedFrom("127.0.43.3", Device.app())).isEqualTo(200);
            assertThat(askedFrom("127.0.44.1", client)).isEqualTo(200);
        });
    }

    @Test
    void wrong_assertions_are_limited_where_they_come_from_and_the_right_one_never() throws Exception {
        var key = Secrets.seen(new ECKeyGenerator(Curve.P_256).generate());
        var client = Http.postJson("/oauth/register", OAuthClient.metadata(metadata -> {
                    metadata.put("token_endpoint_auth_method", "private_key_jwt");
                    metadata.putObject("jwks")
                            .putArray("keys")
                            .addObject()
                            .put("kty", "EC")
                            .put("crv", "P-256")
                            .put("x", key.getX().toString())
                            .put("y", key.getY().toString());
                }))
                .json()
                .path("client_id")
                .asText();
        var guesser = Elsewhere.at("127.0.0.80");
        for (var guess = 0; guess < WRONG_SECRETS; guess++) {
            assertThat(guesser.does(() -> asserted(client, Map.of())).error()).isEqualTo("invalid_client");
        }
        assertRefused(guesser.does(() -> asserted(client, Map.of())), Duration.ofMinutes(5));
        assertThat(guesser.does(() -> asserted(client, Assertion.by(client).signed(key)))
                        .error())
                .isEqualTo("invalid_grant");
        assertThat(Elsewhere.at("127.0.0.84")
                        .does(() -> asserted(client, Map.of()))
                        .error())
                .isEqualTo("invalid_client");
    }

    @Test
    void requests_pushed_from_one_address_have_a_limit() {
        var client = OAuthClient.registered();
        var flooder = Elsewhere.at("127.0.0.78");
        var request = client.authorizationRequest();
        assertThat(flooder.does(() -> client.push(request)).status()).isEqualTo(201);
        Database.execute("update limit_window set count = 300 where name = 'PUSHED_REQUESTS_PER_ADDRESS'");
        assertThat(flooder.does(() -> client.push(request)).status()).isEqualTo(429);
        assertThat(Elsewhere.at("127.0.0.79").does(() -> client.push(request)).status())
                .isEqualTo(201);
        Time.passes(Duration.ofMinutes(5));
        assertThat(flooder.does(() -> client.push(request)).status()).isEqualTo(201);
    }

    @Test
    void wrong_secrets_are_limited_where_they_come_from_and_the_right_one_never() {
        var client = OAuthClient.confidential();
        var guesser = Elsewhere.at("127.0.0.74");
        for (var guess = 0; guess < WRONG_SECRETS; guess++) {
            assertThat(guesser.does(() -> guess(client)).error()).isEqualTo("invalid_client");
        }
        assertRefused(guesser.does(() -> guess(client)), Duration.ofMinutes(5));
        assertThat(guesser.does(() -> client.refresh("no token of ours")).error())
                .isEqualTo("invalid_grant");
        assertThat(Elsewhere.at("127.0.0.75").does(() -> guess(client)).error()).isEqualTo("invalid_client");
        assertThat(guesser.does(() -> guess(OAuthClient.confidential())).error())
                .isEqualTo("invalid_client");
        Time.passes(Duration.ofMinutes(5));
        assertThat(guesser.does(() -> guess(client)).error()).isEqualTo("invalid_client");
    }

    @Test
    void clients_that_outlived_their_registration_are_told_so_however_often_they_ask() {
        var form = Http.pairs(Map.of("grant_type", "refresh_token", "refresh_token", "x", "client_id", "long-gone"));
        var vendor = Elsewhere.at("127.0.0.76");
        for (var request = 0; request <= WRONG_SECRETS; request++) {
            var answer = vendor.does(() -> Http.postForm("/oauth/token", form, more -> more));
            assertThat(answer.error()).isEqualTo("invalid_client");
        }
    }

    @Test
    void counts_tell_nobody_whose_they_are() {
        Elsewhere.at("127.0.0.77").does(LimitsIT::register);
        assertThat(Database.value("select count(*) from limit_window w where w::text like '%127.0.0%'"))
                .isEqualTo("0");
    }

    private static Answer guess(OAuthClient client) {
        return client.refresh("no token of ours", Form.with("client_secret", "a guess"));
    }

    /** With this assertion, or one that nobody signed. */
    private static Answer asserted(String client, Map<String, String> assertion) {
        var form =
                new LinkedHashMap<>(assertion.isEmpty() ? Assertion.by(client).unsigned() : assertion);
        form.put("client_id", client);
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", "no token of ours");
        return Http.postForm("/oauth/token", Http.pairs(form), more -> more);
    }

    private static int askedFrom(String address, OAuthClient client) {
        return Elsewhere.at(address)
                .does(() -> Device.asks(client, form -> form))
                .status();
    }

    private static Answer register() {
        return Http.postJson("/oauth/register", OAuthClient.metadata(metadata -> {}));
    }

    /** By how much a request raises the counts of a limit. */
    private static long countOf(String limit, Runnable request) {
        var sum = "select coalesce(sum(count), 0) from limit_window where name = '" + limit + "'";
        var before = Long.parseLong(Database.value(sum));
        request.run();
        return Long.parseLong(Database.value(sum)) - before;
    }

    private static long registeredClients() {
        return Long.parseLong(Database.value("select count(*) from client"));
    }

    private static void assertRefused(Answer answer, Duration longest) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
        assertThat(answer.error()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, longest.toSeconds());
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After");
    }
}
