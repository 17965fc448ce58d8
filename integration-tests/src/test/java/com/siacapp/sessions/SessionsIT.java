package com.siacapp.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Company.Staff;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.OlderClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** MCP 2025-11-25, basic/transports, session management, with the real server. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SessionsIT {

    private static final Map<String, ?> RESOURCE = Map.of("uri", "siac://system/status");

    @Test
    void only_a_client_that_can_be_asked_gets_a_session_and_what_needs_one() {
        var token = tokenOf(Person.AUTHOR);
        var without = OlderClient.initialize(token, Map.of("experimental", Map.of()));
        assertThat(without.header("Mcp-Session-Id")).isEmpty();
        assertThat(without.json().at("/result/capabilities/logging").isMissingNode())
                .isTrue();
        var with = OlderClient.initialize(token, Map.of("roots", Map.of()));
        assertThat(with.header("Mcp-Session-Id")).isNotEmpty();
        assertThat(with.json().at("/result/capabilities/logging").isObject()).isTrue();
    }

    @Test
    void a_session_serves_its_own_person_and_app_and_is_404_to_all_others() {
        var app = OAuthClient.registered();
        var mine = OlderClient.with(app.tokensFor(Person.AUTHOR).access());
        expectNotFound(mine.by(app.tokensFor(Person.VIEWER).access()));
        expectNotFound(mine.by(tokenOf(Person.AUTHOR)));
        expectNotFound(mine.by(app.tokensFor(Person.STRANGER).access()));
        assertThat(mine.request("ping", Map.of()).status()).isEqualTo(200);
        var afterStepUp = mine.by(app.tokensFor(Person.AUTHOR).access());
        assertThat(afterStepUp.request("ping", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void delete_ends_it_and_get_and_delete_are_for_sessions_only() {
        var client = OlderClient.as(Person.AUTHOR);
        assertThat(client.endsSession().status()).isEqualTo(204);
        expectNotFound(client);
        for (var method : new String[] {"GET", "DELETE"}) {
            var answer = Http.send(
                    "/mcp",
                    method,
                    BodyPublishers.noBody(),
                    request -> request.header("Authorization", "Bearer " + client.token()));
            assertThat(answer.status()).as(method).isEqualTo(405);
        }
    }

    @Test
    void it_ends_after_a_day_and_is_forgotten_with_all_that_hangs_on_it() {
        var iris = Staff.ofTheDemoCompany();
        var app = OAuthClient.registered();
        var client = OlderClient.with(iris.tokens(app).access());
        client.request("resources/subscribe", RESOURCE);
        Time.passes(Duration.ofHours(24));
        expectNotFound(client.by(iris.tokens(app).access()));
        assertThat(sessionsOf(iris)).isEqualTo("1");
        Http.send("/in-container/forget", "POST", BodyPublishers.noBody(), request -> request);
        assertThat(sessionsOf(iris)).isEqualTo("0");
        assertThat(Database.value(
                        "select count(*) from mcp_subscription s left join mcp_session m on m.id = s.session_id"
                                + " where m.id is null"))
                .isEqualTo("0");
    }

    @Test
    void the_newest_hundred_of_a_person_are_kept() {
        var iris = Staff.ofTheDemoCompany();
        var token = iris.tokens(OAuthClient.registered()).access();
        var first = OlderClient.with(token);
        var second = OlderClient.with(token);
        for (var more = 0; more < 99; more++) {
            OlderClient.with(token);
        }
        expectNotFound(first);
        assertThat(second.request("ping", Map.of()).status()).isEqualTo(200);
        assertThat(sessionsOf(iris)).isEqualTo("100");
    }

    @Test
    void the_log_level_stays_with_the_session_on_every_node() {
        var client = OlderClient.as(Person.AUTHOR);
        var call = client.calls("test_session_log");
        assertThat(call.next().at("/params/data").asText()).isEqualTo("one sentence");
        assertThat(client.request("logging/setLevel", Map.of("level", "error")).status())
                .isEqualTo(200);
        assertThat(client.calls("test_session_log").text()).isEqualTo("done");
    }

    @Test
    void subscriptions_are_kept_once_each_and_a_hundred_at_most() {
        var iris = Staff.ofTheDemoCompany();
        var client = OlderClient.with(iris.tokens(OAuthClient.registered()).access());
        var ofIris = "from mcp_subscription where session_id in (select id from mcp_session where user_id = '%s')"
                .formatted(iris.id());
        subscribe(client);
        subscribe(client);
        assertThat(Database.value("select string_agg(uri, ' ') " + ofIris)).isEqualTo("siac://system/status");
        client.request("resources/unsubscribe", RESOURCE);
        assertThat(Database.value("select count(*) " + ofIris)).isEqualTo("0");
        Database.execute("insert into mcp_subscription (session_id, uri) select id, 'test://' || n from mcp_session,"
                + " generate_series(1, 100) n where user_id = '" + iris.id() + "'");
        var refused = client.request("resources/subscribe", RESOURCE);
        assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32602);
        assertThat(Database.value("select count(*) " + ofIris)).isEqualTo("100");
    }

    private static void subscribe(OlderClient client) {
        assertThat(client.request("resources/subscribe", RESOURCE)
                        .json()
                        .path("result")
                        .isObject())
                .isTrue();
    }

    private static void expectNotFound(OlderClient client) {
        for (var answer : new Answer[] {
            client.request("tools/list", Map.of()), client.answers("x", Map.of()), client.endsSession()
        }) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(-32001);
        }
    }

    private static String sessionsOf(Staff person) {
        return Database.value("select count(*) from mcp_session where user_id = '" + person.id() + "'");
    }

    private static String tokenOf(Person person) {
        return Mcp.as(person).token();
    }
}
