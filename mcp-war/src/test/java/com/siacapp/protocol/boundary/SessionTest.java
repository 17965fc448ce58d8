package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.RecordedExchange;
import com.siacapp.protocol.entity.ClientLog;
import com.siacapp.protocol.entity.LogLevel;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2025-11-25, basic/transports, session management: only who can be asked something gets a session. */
class SessionTest {

    private static final String SAMPLING = "{\"sampling\": {}}";

    private final Conversation conversation = Conversation.of(People.ana(), new Talking());

    @ParameterizedTest
    @ValueSource(strings = {"{\"elicitation\": {}}", SAMPLING, "{\"roots\": {\"listChanged\": true}}"})
    void a_client_that_can_be_asked_gets_a_session_and_is_promised_what_needs_one(String capabilities) {
        var answer = conversation.initialize("2025-11-25", capabilities);
        assertThat(answer.sessionId()).matches("[\\x21-\\x7e]{100,1000}");
        assertThat(answer.at("/result/capabilities/logging").isObject()).isTrue();
        assertThat(answer.at("/result/capabilities/resources/subscribe").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"elicitation\": true}", "{\"experimental\": {}}", "[]", "null"})
    void all_others_get_none(String capabilities) {
        var answer = conversation.initialize("2025-11-25", capabilities);
        assertThat(answer.sessionId()).isNull();
        assertThat(answer.at("/result/capabilities").toString())
                .doesNotContain("logging")
                .doesNotContain("subscribe");
    }

    @Test
    void a_session_tells_nothing_of_itself() {
        conversation.initialize("2025-11-25", SAMPLING);
        assertThat(conversation.session())
                .doesNotContain("sampling")
                .doesNotContain(People.ana().user().toString());
    }

    @Test
    void what_is_no_session_of_theirs_is_404_for_whatever_they_send() {
        conversation.initialize("2025-11-25", SAMPLING);
        var session = conversation.session();
        for (var header : new String[] {"made-up", "", session.substring(1), session + ", " + session}) {
            expectNotFound(conversation.session(header));
        }
        expectNotFound(conversation.by(People.vera()).session(session));
        expectNotFound(
                conversation.by(People.of("another-client", People.ana())).session(session));
    }

    @Test
    void a_session_ends_after_a_day_and_by_delete() {
        conversation.initialize("2025-11-25", SAMPLING);
        conversation.engine().later(Duration.ofHours(23));
        assertThat(conversation.legacy("ping", "{}").status()).isEqualTo(200);
        conversation.engine().later(Duration.ofHours(1));
        expectNotFound(conversation);
        conversation.initialize("2025-11-25", SAMPLING);
        assertThat(conversation.delete().status()).isEqualTo(204);
        expectNotFound(conversation);
    }

    @Test
    void delete_needs_a_session_and_a_known_version() {
        assertThat(conversation.delete().status()).isEqualTo(400);
        conversation.initialize("2025-11-25", SAMPLING);
        assertThat(conversation.version("1999-01-01").delete().status()).isEqualTo(400);
        assertThat(conversation.version(null).legacy("ping", "{}").status()).isEqualTo(200);
    }

    @Test
    void newer_requests_know_no_sessions() {
        conversation.session("made-up");
        assertThat(conversation.modern("tools/list", "{}").status()).isEqualTo(200);
        assertThat(conversation
                        .modern("logging/setLevel", "{\"level\": \"debug\"}")
                        .errorCode())
                .isEqualTo(-32601);
        assertThat(conversation
                        .send("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\"}")
                        .status())
                .isEqualTo(202);
    }

    @Test
    void without_a_version_header_the_version_of_the_handshake_counts() {
        conversation.initialize("2025-06-18", SAMPLING);
        assertThat(conversation
                        .legacy("tools/call", "{\"name\": \"talk\"}")
                        .at("/result/structuredContent")
                        .isObject())
                .isTrue();
        conversation.session(null);
        assertThat(conversation
                        .legacy("tools/call", "{\"name\": \"talk\"}")
                        .at("/result/structuredContent")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void a_client_hears_what_is_at_least_information_unless_it_says_otherwise() {
        conversation.initialize("2025-11-25", SAMPLING);
        assertThat(levels(talk())).containsExactly("info", "error");
        assertThat(setLevel("debug").at("/result").isObject()).isTrue();
        assertThat(levels(talk())).containsExactly("debug", "info", "error");
        setLevel("emergency");
        assertThat(levels(talk())).isEmpty();
        assertThat(setLevel("loud").errorCode()).isEqualTo(-32602);
        conversation.session(null);
        assertThat(levels(talk())).isEmpty();
        assertThat(setLevel("debug").errorCode()).isEqualTo(-32601);
    }

    @Test
    void what_a_person_may_know_of_can_be_subscribed_to() {
        conversation.initialize("2025-11-25", SAMPLING);
        var uri = "{\"uri\": \"test://watched\"}";
        assertThat(conversation.legacy("resources/subscribe", uri).at("/result").isObject())
                .isTrue();
        assertThat(conversation
                        .legacy("resources/unsubscribe", uri)
                        .at("/result")
                        .isObject())
                .isTrue();
        assertThat(conversation
                        .legacy("resources/subscribe", "{\"uri\": \"test://none\"}")
                        .errorCode())
                .isEqualTo(-32002);
        assertThat(conversation.legacy("resources/subscribe", "{}").errorCode()).isEqualTo(-32602);
        assertThat(conversation.legacy("resources/unsubscribe", "{}").errorCode())
                .isEqualTo(-32602);
        conversation.session(null);
        assertThat(conversation.legacy("resources/subscribe", uri).errorCode()).isEqualTo(-32601);
    }

    private static void expectNotFound(Conversation other) {
        assertThat(other.legacy("tools/list", "{}").status()).isEqualTo(404);
        assertThat(other.legacy("tools/list", "{}").errorCode()).isEqualTo(-32001);
        assertThat(other.respond("x", "{}").status()).isEqualTo(404);
        assertThat(other.send("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}")
                        .status())
                .isEqualTo(404);
        assertThat(other.delete().status()).isEqualTo(404);
    }

    private RecordedExchange talk() {
        return conversation.begin(7, "tools/call", "{\"name\": \"talk\"}");
    }

    private Conversation.Answer setLevel(String level) {
        return conversation.legacy("logging/setLevel", "{\"level\": \"%s\"}".formatted(level));
    }

    private static List<String> levels(RecordedExchange call) {
        return call.sent().stream()
                .map(sent -> sent.at("/params/level").asText())
                .toList();
    }

    /** Says this and that. */
    public static final class Talking {

        @Tool(name = "talk", title = "Talk", description = "Logs on three levels.")
        Said talk(ClientLog log) {
            log.log(LogLevel.DEBUG, "talk", "one");
            log.info("talk", "two");
            log.log(LogLevel.ERROR, "talk", "three");
            return new Said("done");
        }

        @Resource(uri = "test://watched", name = "watched", title = "Watched", description = "Changes.")
        String watched() {
            return "";
        }
    }

    /** What the tool answers. */
    public record Said(String text) {}
}
