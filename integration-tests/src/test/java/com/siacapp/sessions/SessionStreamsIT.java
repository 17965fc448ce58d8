package com.siacapp.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.OlderClient;
import com.siacapp.testkit.OtherNode;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Time;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What GET opens in a session, and who comes back for what they missed (MCP 2025-11-25, basic/transports). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class SessionStreamsIT {

    private static final String URI = "siac://system/status";

    private final OlderClient client = OlderClient.as(Person.AUTHOR);

    @Test
    void a_session_hears_of_changes_on_its_own_stream() {
        client.request("resources/subscribe", Map.of("uri", URI));
        try (var stream = client.listens();
                var elsewhere = new OtherNode()) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.nextEvent()).hasValue("");
            assertThat(stream.lastEventId()).isNotEmpty();
            elsewhere.says(Signal.resourceUpdated(Audience.EVERYBODY, URI));
            assertThat(stream.next().at("/params/uri").asText()).isEqualTo(URI);
            elsewhere.says(Signal.toolsChanged(Audience.EVERYBODY));
            assertThat(stream.next().path("method").asText()).isEqualTo("notifications/tools/list_changed");
        }
    }

    /** Before the first keep-alive, which comes after fifteen seconds. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V2026_07_28")
    @Timeout(12)
    void a_stream_begins_at_once_in_every_version(McpVersion version) {
        var older = OlderClient.of(Mcp.with(client.token()).in(version).declaring("sampling"));
        try (var stream = older.listens()) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    @Test
    void delete_ends_the_stream_and_a_second_one_takes_its_place() {
        try (var first = client.listens()) {
            first.nextEvent();
            try (var second = client.listens()) {
                assertThat(first.next().isMissingNode()).isTrue();
                second.nextEvent();
                client.endsSession();
                assertThat(second.next().isMissingNode()).isTrue();
            }
        }
        try (var refused = client.listens()) {
            assertThat(refused.status()).isEqualTo(404);
        }
    }

    @Test
    void who_does_not_take_events_opens_none() {
        var answer = Http.send(
                "/mcp",
                "GET",
                BodyPublishers.noBody(),
                request -> request.header("Authorization", "Bearer " + client.token())
                        .header("Mcp-Session-Id", client.session())
                        .header("Accept", "application/json"));
        assertThat(answer.status()).isEqualTo(406);
    }

    @Test
    void a_call_that_lets_its_connection_go_is_answered_to_the_client_that_comes_back() {
        String eventId;
        try (var call = client.calls("test_reconnection")) {
            assertThat(call.nextEvent()).hasValue("");
            assertThat(call.retry()).isEqualTo("1000");
            eventId = call.lastEventId();
            assertThat(call.next().isMissingNode()).isTrue();
        }
        try (var rest = client.comesBackAfter(eventId)) {
            assertThat(rest.text()).isEqualTo("Reconnection test completed successfully");
            assertThat(rest.lastEventId()).isNotEqualTo(eventId);
            assertThat(rest.next().isMissingNode()).isTrue();
        }
    }

    @Test
    void a_client_that_lost_the_connection_hears_the_question_again_and_the_answer() {
        String eventId;
        try (var call = client.calls("test_session_meet")) {
            call.nextEvent();
            eventId = call.lastEventId();
        }
        try (var rest = client.comesBackAfter(eventId)) {
            client.answers(rest.next(), Map.of("name", "Ana"));
            client.answers(rest.next(), Map.of("colour", "red"));
            assertThat(rest.text()).isEqualTo("Ana likes red");
            assertThat(rest.next().isMissingNode()).isTrue();
        }
    }

    @Test
    void what_another_node_said_on_the_stream_is_replayed() {
        String eventId;
        try (var call = client.calls("test_reconnection", 7)) {
            call.nextEvent();
            eventId = call.lastEventId();
            call.next();
        }
        var stream = eventId.substring(0, 36);
        // The call goes on after it let its connection go.
        Database.until(kept(stream), "1");
        Database.execute("delete from mcp_event where stream_id = '" + stream + "'");
        try (var rest = client.comesBackAfter(eventId)) {
            Database.execute("""
                    insert into mcp_event (stream_id, number, message, is_last) values ('%s', 1, '
                    {"jsonrpc": "2.0", "id": 7, "result": {"content": [{"type": "text", "text": "from there"}]}}', true)
                    """.formatted(stream));
            assertThat(rest.text()).isEqualTo("from there");
        }
    }

    @Test
    void events_are_kept_for_minutes_and_forgotten_then() {
        String eventId;
        try (var call = client.calls("test_reconnection")) {
            call.nextEvent();
            eventId = call.lastEventId();
            call.next();
        }
        var kept = kept(eventId.substring(0, 36));
        Database.until(kept, "1");
        Time.passes(Duration.ofMinutes(10));
        Http.send("/in-container/forget", "POST", BodyPublishers.noBody(), request -> request);
        assertThat(Database.value(kept)).isEqualTo("0");
    }

    private static String kept(String stream) {
        return "select count(*) from mcp_event where stream_id = '" + stream + "'";
    }
}
