package com.siacapp.subscriptions.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.Listened;
import com.siacapp.People;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Progress;
import com.siacapp.protocol.entity.Question;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.resources.entity.Resource;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.tools.entity.Tool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** MCP 2025-11-25, basic/transports: what GET opens in a session, and what it is come back for. */
class SessionStreamsTest {

    private static final String WATCHED = "test://watched";
    private static final String ALL = "{\"elicitation\": {}}";

    private final Conversation conversation = talking();

    @Test
    void a_session_hears_of_lists_and_of_what_it_subscribed_to() {
        var stream = conversation.get(null);
        conversation.engine().happens(Signal.toolsChanged(Audience.EVERYBODY), updated(WATCHED));
        assertThat(stream.methods()).containsExactly("notifications/tools/list_changed");
        subscribe("subscribe");
        conversation.engine().happens(updated(WATCHED), updated("test://other"));
        assertThat(stream.methods()).contains("notifications/resources/updated").hasSize(2);
        assertThat(stream.json().get(1).at("/params/uri").asText()).isEqualTo(WATCHED);
        subscribe("unsubscribe");
        conversation.engine().happens(updated(WATCHED));
        assertThat(stream.methods()).hasSize(2);
    }

    @Test
    void it_begins_with_an_event_to_come_back_to_and_who_comes_back_reads_anew() {
        subscribe("subscribe");
        var stream = conversation.get(null);
        assertThat(stream.eventIds()).hasSize(1);
        assertThat(conversation.get(stream.eventIds().get(0)).methods())
                .containsExactly(
                        "notifications/tools/list_changed",
                        "notifications/prompts/list_changed",
                        "notifications/resources/list_changed",
                        "notifications/resources/updated");
    }

    @Test
    void there_is_one_for_each_session() {
        var first = conversation.get(null);
        var other = conversation.by(People.ana());
        other.initialize("2025-11-25", ALL);
        var foreign = other.get(null);
        var second = conversation.get(null);
        assertThat(first.isOver()).isTrue();
        assertThat(second.isOver()).isFalse();
        assertThat(foreign.isOver()).isFalse();
    }

    @Test
    void of_two_that_open_at_once_one_stays() {
        var opened = new ArrayList<Listened>();
        conversation.engine().atOnce(() -> {
            opened.add(conversation.get(null));
            opened.add(conversation.get(null));
        });
        assertThat(opened).extracting(Listened::isOver).containsExactly(true, false);
    }

    @Test
    void the_end_of_the_session_ends_its_streams() {
        var stream = conversation.get(null);
        conversation.delete();
        assertThat(stream.isOver()).isTrue();
        refuses();
    }

    @Test
    void a_session_that_ended_while_this_node_heard_nothing_has_no_stream_for_long() {
        var stream = conversation.get(null);
        conversation.engine().unheard(conversation::delete);
        assertThat(stream.isOver()).isFalse();
        hearsAgain();
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void of_two_that_opened_while_this_node_heard_nothing_one_stays() {
        var opened = new ArrayList<Listened>();
        conversation.engine().unheard(() -> {
            opened.add(conversation.get(null));
            opened.add(conversation.get(null));
        });
        assertThat(opened).extracting(Listened::isOver).containsExactly(false, false);
        hearsAgain();
        assertThat(opened).extracting(Listened::isOver).containsOnlyOnce(true, false);
    }

    private void hearsAgain() {
        conversation.engine().happens(Signal.MISSED);
        conversation.engine().later(Duration.ofSeconds(1));
    }

    @Test
    void what_cannot_be_kept_is_sent_all_the_same() {
        conversation.engine().keepsNothingMore();
        var call = conversation.begin(7, "tools/call", "{\"name\": \"count\", \"_meta\": {\"progressToken\": 1}}");
        assertThat(call.sent()).hasSize(300);
        assertThat(call.answer().orElseThrow().text()).contains("300");
    }

    @Test
    void it_ends_with_the_token() {
        var stream = conversation.get(null);
        conversation.engine().later(Duration.ofMinutes(10));
        assertThat(stream.isOver()).isTrue();
    }

    @Test
    void nobody_listens_in_a_session_of_somebody_else() {
        var session = conversation.session();
        assertThatThrownBy(() -> conversation.by(People.vera()).session(session).get(null))
                .isInstanceOf(RpcException.class);
        assertThatThrownBy(
                        () -> conversation.by(People.vera()).session("made-up").get(null))
                .isInstanceOf(RpcException.class);
    }

    @Test
    void who_lost_a_calls_connection_gets_the_rest_and_then_what_is_still_to_come() {
        var call = conversation.begin(7, "tools/call", "{\"name\": \"meet\"}");
        call.disconnect();
        conversation.respond(call.asked(), "{\"action\": \"accept\", \"content\": {\"value\": \"Ana\"}}");
        var rest = conversation.get(call.eventIds().get(1));
        assertThat(rest.first("/params/message")).isEqualTo("Your colour?");
        assertThat(rest.isOver()).isFalse();
        conversation.respond(
                rest.json().get(0).path("id").asText(), "{\"action\": \"accept\", \"content\": {\"value\": \"red\"}}");
        conversation.engine().later(Duration.ofSeconds(1));
        assertThat(rest.json().get(1).at("/id").asInt()).isEqualTo(7);
        assertThat(rest.json().get(1).at("/result/content/0/text").asText()).contains("Ana likes red");
        assertThat(rest.isOver()).isTrue();
        assertThat(rest.eventIds()).hasSize(2).doesNotContainAnyElementsOf(call.eventIds());
    }

    @Test
    void a_long_rest_comes_in_pieces_and_whole() {
        var call = conversation.begin(7, "tools/call", "{\"name\": \"count\", \"_meta\": {\"progressToken\": 1}}");
        call.disconnect();
        var rest = conversation.get(call.eventIds().get(0));
        assertThat(rest.json()).hasSize(100);
        for (var second = 0; second < 3; second++) {
            conversation.engine().later(Duration.ofSeconds(1));
        }
        assertThat(rest.json()).hasSize(301);
        assertThat(rest.json().get(300).at("/result/content/0/text").asText()).contains("300");
        assertThat(rest.isOver()).isTrue();
    }

    @Test
    void nothing_of_another_stream_is_replayed() {
        var call = conversation.begin(7, "tools/call", "{\"name\": \"meet\"}");
        conversation.begin(8, "tools/call", "{\"name\": \"meet\"}");
        var rest = conversation.get(call.eventIds().get(0));
        assertThat(rest.json()).hasSize(1);
        assertThat(rest.json().get(0).path("id").asText()).isEqualTo(call.asked());
    }

    @Test
    void a_stream_of_another_session_is_not_replayed() {
        var call = conversation.begin(7, "tools/call", "{\"name\": \"meet\"}");
        var other = conversation.by(People.ana());
        other.initialize("2025-11-25", ALL);
        for (var id : new String[] {call.eventIds().get(0), UUID.randomUUID() + "-1", "made-up"}) {
            assertThat(other.get(id).methods()).doesNotContain("elicitation/create");
        }
    }

    private void refuses() {
        assertThatThrownBy(() -> conversation.get(null)).isInstanceOf(RpcException.class);
    }

    private void subscribe(String verb) {
        conversation.legacy("resources/" + verb, "{\"uri\": \"%s\"}".formatted(WATCHED));
    }

    private static Signal updated(String uri) {
        return Signal.resourceUpdated(Audience.EVERYBODY, uri);
    }

    private static Conversation talking() {
        var talking = Conversation.of(People.ana(), new Watched());
        talking.initialize("2025-11-25", ALL);
        talking.engine().allows(20, 100);
        return talking;
    }

    /** Something that changes, and something that asks. */
    public static final class Watched {

        @Resource(uri = WATCHED, name = "watched", title = "Watched", description = "Changes.")
        String watched() {
            return "";
        }

        @Tool(name = "meet", title = "Meet", description = "Asks for a name and a colour.")
        Said meet(CallContext context) {
            return new Said(value(context, "Your name?") + " likes " + value(context, "Your colour?"));
        }

        @Tool(name = "count", title = "Count", description = "Reports 300 times.")
        Said count(Progress progress) {
            IntStream.rangeClosed(1, 300).forEach(step -> progress.report(step, 300));
            return new Said("300");
        }

        private static String value(CallContext context, String message) {
            var schema = Json.object().put("type", "object");
            schema.putObject("properties").putObject("value").put("type", "string");
            schema.putArray("required").add("value");
            return context.ask(message, Question.form(message, schema))
                    .content()
                    .path("value")
                    .asText();
        }
    }

    /** What the tool answers. */
    public record Said(String text) {}
}
