package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.RecordedExchange;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.EventId;
import com.siacapp.sessions.entity.StreamEvent;
import com.siacapp.tools.entity.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2025-11-25, basic/transports, resumability: what is said on a session's stream is kept for who comes back. */
class ResumptionTest {

    private final Conversation conversation = talking("2025-11-25");

    @Test
    void a_stream_begins_with_an_event_that_says_nothing_and_all_its_events_are_numbered() {
        var call = call("log");
        assertThat(call.eventIds()).hasSize(4).doesNotHaveDuplicates();
        var stream = EventId.of(call.eventIds().get(0)).orElseThrow().stream();
        assertThat(call.eventIds())
                .extracting(id -> EventId.of(id).orElseThrow())
                .containsExactly(
                        new EventId(stream, 0), new EventId(stream, 1), new EventId(stream, 2), new EventId(stream, 3));
    }

    @Test
    void what_came_after_an_event_is_kept_and_the_answer_is_the_last() {
        var call = call("log");
        assertThat(conversation.engine().after(call.eventIds().get(1)))
                .extracting(StreamEvent::number)
                .containsExactly(2, 3);
        var events = conversation.engine().after(call.eventIds().get(0));
        assertThat(events).extracting(StreamEvent::isLast).containsExactly(false, false, true);
        assertThat(events.get(0).message()).contains("notifications/message").contains("one");
        assertThat(events.get(2).message()).contains("\"id\":7").contains("done");
    }

    @Test
    void a_call_that_lets_its_connection_go_ends_in_what_is_kept() {
        var call = call("pause");
        assertThat(call.wasDisconnected()).isTrue();
        assertThat(call.sent()).isEmpty();
        var events = conversation.engine().after(call.eventIds().get(0));
        assertThat(events).hasSize(2);
        assertThat(events.get(1).message()).contains("came back");
        assertThat(events.get(1).isLast()).isTrue();
    }

    @Test
    void an_error_after_something_was_said_is_kept_too() {
        var call = call("fail");
        assertThat(conversation.engine().after(call.eventIds().get(0)).get(1).message())
                .contains("-32603");
        assertThat(call.answer().orElseThrow().errorCode()).isEqualTo(-32603);
    }

    @Test
    void an_answer_with_nothing_said_ahead_of_it_is_no_stream() {
        assertThat(call("silent").eventIds()).isEmpty();
        assertThat(call("silent").answer().orElseThrow().text()).contains("done");
    }

    @Test
    void versions_that_do_not_know_empty_events_get_none() {
        var call = talking("2025-06-18").begin(7, "tools/call", "{\"name\": \"log\"}");
        assertThat(call.eventIds()).isEmpty();
        assertThat(call.sent()).hasSize(2);
        assertThat(call.answer().orElseThrow().text()).contains("done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "6ea70000-0000-4000-8000-000000000001",
                "6ea70000-0000-4000-8000-000000000001-",
                "6ea70000-0000-4000-8000-000000000001-x",
                "6ea70000-0000-4000-8000-000000000001--1",
                "6ea70000-0000-4000-8000-000000000001-99999999999",
                "0123456789012345678901234567890123456789"
            })
    void what_is_no_event_id_of_ours_is_none(String text) {
        assertThat(EventId.of(text)).isEmpty();
    }

    private static Conversation talking(String version) {
        var talking = Conversation.of(People.ana(), new Talking());
        talking.initialize(version, "{\"sampling\": {}}");
        return talking;
    }

    private RecordedExchange call(String tool) {
        return conversation.begin(7, "tools/call", "{\"name\": \"%s\"}".formatted(tool));
    }

    /** Says something ahead of the answer. */
    public static final class Talking {

        @Tool(name = "log", title = "Log", description = "Logs twice.")
        Said log(CallContext context) {
            say(context, "one");
            say(context, "two");
            return new Said("done");
        }

        @Tool(name = "pause", title = "Pause", description = "Lets its connection go.")
        Said pause(CallContext context) {
            context.channel().pause();
            say(context, "one");
            return new Said("came back");
        }

        @Tool(name = "fail", title = "Fail", description = "Logs and fails.")
        Said fail(CallContext context) {
            say(context, "one");
            throw new IllegalStateException("secret");
        }

        @Tool(name = "silent", title = "Silent", description = "Says nothing.")
        Said silent() {
            return new Said("done");
        }

        private static void say(CallContext context, String text) {
            context.channel().log().info("talking", text);
        }
    }

    /** What the tools answer. */
    public record Said(String text) {}
}
