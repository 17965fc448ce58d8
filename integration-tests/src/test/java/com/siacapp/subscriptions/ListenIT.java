package com.siacapp.subscriptions;

import static com.siacapp.fixture.ChangingTools.CHANGING;
import static com.siacapp.fixture.ChangingTools.FOR_AUTHORS;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.testkit.Browser;
import com.siacapp.testkit.Company;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.HeardSignals;
import com.siacapp.testkit.Listener;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.RawPost;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.Streams;
import com.siacapp.testkit.Time;
import com.siacapp.testkit.Tokens;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams that stay open, in the real server (MCP 2026-07-28, basic/patterns/subscriptions). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ListenIT {

    private static final String EVERYTHING = """
            {"toolsListChanged": true, "promptsListChanged": true, "resourceSubscriptions": ["%s", "%s"]}""".formatted(CHANGING, FOR_AUTHORS);

    private final OAuthClient client = OAuthClient.registered();
    private final Tokens tokens = client.tokensFor(Browser.signedInAs(Person.AUTHOR));
    private final Streams streams = Streams.seenWith(tokens.access());

    @Test
    void a_client_hears_of_what_changes_on_one_open_stream() {
        try (var listener = listening(EVERYTHING)) {
            assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
            assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
            assertThat(listener.header("Cache-Control")).isEqualTo("no-store");
            streams.toolsChange();
            var heard = listener.until("notifications/tools/list_changed");
            assertThat(heard.at("/params/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asText())
                    .isEqualTo(Listener.ID);
            streams.promptsChange();
            listener.until("notifications/prompts/list_changed");
            streams.update(CHANGING);
            assertThat(listener.until("notifications/resources/updated")
                            .at("/params/uri")
                            .asText())
                    .isEqualTo(CHANGING);
        }
    }

    @Test
    void what_changes_for_somebody_else_is_not_heard() {
        try (var listener = listening(EVERYTHING)) {
            var stranger = Streams.seenWith(
                    OAuthClient.registered().tokensFor(Person.STRANGER).access());
            stranger.toolsChange();
            stranger.update(CHANGING);
            HeardSignals.say(Signal.promptsChanged(Audience.user(UUID.randomUUID())));
            streams.update(CHANGING);
            listener.until("notifications/resources/updated");
            assertThat(listener.unread()).isEmpty();
        }
    }

    @Test
    void another_role_is_told_and_decides_at_once_what_is_heard() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        try (var listener =
                Listener.with(person.tokens(client, "siac.templates.write").access(), EVERYTHING)) {
            var of = Audience.user(UUID.fromString(person.id()));
            HeardSignals.say(Signal.resourceUpdated(of, FOR_AUTHORS));
            listener.until("notifications/resources/updated");
            var page = "people/" + person.id();
            company.administrator().administration().fill(page, page, Map.of("role", "VIEWER"));
            listener.until("notifications/tools/list_changed");
            listener.until("notifications/prompts/list_changed");
            HeardSignals.say(Signal.resourceUpdated(of, FOR_AUTHORS));
            HeardSignals.say(Signal.resourceUpdated(of, CHANGING));
            assertThat(listener.until("notifications/resources/updated")
                            .at("/params/uri")
                            .asText())
                    .isEqualTo(CHANGING);
        }
    }

    @Test
    void ending_the_grant_ends_the_stream_with_its_result() {
        try (var listener = listening(EVERYTHING)) {
            client.revoke(tokens.refresh());
            var result = listener.result();
            assertThat(result.path("resultType").asText()).isEqualTo("complete");
            assertThat(result.at("/_meta/io.modelcontextprotocol~1subscriptionId")
                            .asText())
                    .isEqualTo(Listener.ID);
        }
    }

    @Test
    void a_person_who_is_disabled_hears_nothing_more() {
        var company = Company.added();
        var person = company.hire("AUTHOR");
        try (var listener = Listener.with(person.tokens(client).access(), EVERYTHING)) {
            company.administrator().administration().confirm("people/" + person.id() + "/disable");
            listener.result();
        }
    }

    @Test
    void an_end_that_no_signal_told_of_is_found_out_within_a_keep_alive() {
        try (var listener = listening(EVERYTHING)) {
            Database.execute("update oauth_grant set revoked_at = now(), revocation_reason = 'BY_CLIENT' where id = '"
                    + grant() + "'");
            Time.passes(Duration.ofSeconds(16));
            listener.result();
        }
    }

    @Test
    void the_stream_ends_when_the_token_does() {
        try (var listener = listening(EVERYTHING)) {
            Time.passes(Duration.ofMinutes(10));
            listener.result();
        }
    }

    @Test
    void silence_is_broken_by_comments() {
        try (var listener = listening(EVERYTHING)) {
            assertThat(listener.comments()).isZero();
            Time.passes(Duration.ofSeconds(16));
            streams.until(seen -> listener.comments() == 1);
        }
    }

    @Test
    void a_person_has_so_many_streams_on_a_node() {
        var person = Company.added().hire("AUTHOR").tokens(client).access();
        Settings.with("SIAC_MCP_STREAMS_PER_USER", "1", () -> {
            try (var first = Listener.with(person, EVERYTHING);
                    var elses = listening(EVERYTHING)) {
                var refused = Mcp.with(person).modern().send(Listener.message("{}"));
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.json().at("/error/message").asText()).contains("Too many open streams");
                assertThat(first.unread()).isEmpty();
                assertThat(elses.unread()).isEmpty();
            }
        });
    }

    @Test
    void a_reader_that_takes_nothing_holds_up_nobody() {
        try (var deaf = new RawPost(Mcp.with(tokens.access()).modern(), Listener.message(EVERYTHING));
                var listener = listening(EVERYTHING)) {
            deaf.readTo("acknowledged");
            for (var change = 0; change < 20; change++) {
                streams.toolsChange();
                listener.until("notifications/tools/list_changed");
            }
            deaf.readTo("notifications/tools/list_changed");
        }
    }

    @Test
    void a_client_that_leaves_is_forgotten() {
        var before = streams.now().streams();
        var left = listening(EVERYTHING);
        var gone = new RawPost(Mcp.with(tokens.access()).modern(), Listener.message(EVERYTHING));
        gone.readTo("acknowledged");
        assertThat(streams.now().streams()).isEqualTo(before + 2);
        left.close();
        gone.reset();
        // The first write after it is taken by the network, the second comes back.
        Time.passes(Duration.ofSeconds(16));
        streams.until(seen -> seen.streams() <= before + 1);
        Time.passes(Duration.ofSeconds(16));
        streams.until(seen -> seen.streams() <= before);
    }

    @ParameterizedTest
    @EnumSource(names = {"V2025_11_25", "V2026_07_28"})
    void a_long_call_is_kept_alive_and_ends_when_its_client_leaves(McpVersion version) {
        var before = streams.now();
        var call = Mcp.message("tools/call", Map.of("name", "test_silent_until_cancelled", "arguments", Map.of()));
        try (var caller = new RawPost(Mcp.with(tokens.access()).in(version), call)) {
            streams.until(seen -> seen.running() == before.running() + 1);
            Time.passes(Duration.ofSeconds(10));
            assertThat(caller.readTo("\n: keep-alive"))
                    .contains("text/event-stream")
                    .contains("X-Accel-Buffering: no");
            caller.reset();
            Time.passes(Duration.ofSeconds(15));
            streams.until(seen -> seen.cancelled() == before.cancelled() + 1 && seen.calls() == before.calls());
        }
    }

    private Listener listening(String filter) {
        return Listener.with(tokens.access(), filter);
    }

    private String grant() {
        try {
            return tokens.claims().getStringClaim("grant_id");
        } catch (ParseException none) {
            throw new AssertionError(none);
        }
    }
}
