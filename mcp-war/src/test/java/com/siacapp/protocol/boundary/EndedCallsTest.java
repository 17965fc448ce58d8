package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.RecordedExchange;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Cancellation;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.signals.entity.Audience;
import com.siacapp.tools.entity.Tool;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What ends a call that waits, or runs: its client, its session, its grant, and time. */
class EndedCallsTest {

    private static final String ALL = "{\"elicitation\": {}}";

    private final Conversation conversation = talking();

    @Test
    void a_call_nobody_answers_ends_after_five_minutes() {
        var call = call("meet");
        conversation.engine().later(Duration.ofSeconds(299));
        assertThat(call.answer()).isEmpty();
        conversation.engine().later(Duration.ofSeconds(1));
        assertThat(call.answer().orElseThrow().text()).contains("none came in time");
        assertThat(conversation.respond(call.asked(), accepted("Ana")).status()).isEqualTo(400);
    }

    @Test
    void a_cancelled_call_ends_and_its_question_is_closed() {
        var call = call("meet");
        cancel("7");
        assertThat(call.isOver()).isTrue();
        assertThat(conversation.respond(call.asked(), accepted("Ana")).status()).isEqualTo(400);
    }

    @Test
    void only_the_session_itself_cancels_and_only_by_the_very_id() {
        var call = call("meet");
        cancel("\"7\"");
        cancel("8");
        cancel("{}");
        cancel("\"" + "7".repeat(10_000) + "\"");
        var otherSession = conversation.by(People.ana());
        otherSession.initialize("2025-11-25", ALL);
        otherSession.send(cancellation("7"));
        conversation.by(People.ana()).send(cancellation("7"));
        assertThat(call.isOver()).isFalse();
    }

    @Test
    void a_call_that_runs_learns_that_it_was_cancelled() {
        var call = call("cancels_itself");
        assertThat(call.answer().orElseThrow().errorCode()).isEqualTo(-32603);
    }

    @Test
    void a_client_that_left_is_not_waited_for_unless_its_version_can_come_back() {
        var newest = call("meet");
        newest.cancel();
        conversation.engine().later(Duration.ZERO);
        assertThat(conversation.respond(newest.asked(), accepted("Ana")).status())
                .isEqualTo(202);
        conversation.initialize("2025-06-18", ALL);
        var older = call("meet");
        older.cancel();
        conversation.engine().later(Duration.ZERO);
        assertThat(conversation.respond(older.asked(), accepted("Ana")).status())
                .isEqualTo(400);
    }

    @Test
    void the_end_of_the_session_ends_its_calls() {
        var call = call("meet");
        assertThat(conversation.delete().status()).isEqualTo(204);
        assertThat(call.isOver()).isTrue();
        assertThat(conversation.respond(call.asked(), accepted("Ana")).status()).isEqualTo(404);
    }

    @Test
    void the_end_of_the_grant_ends_calls_that_wait() {
        var ana = People.ana();
        var call = call("meet");
        conversation.engine().endsAccessOf(Audience.user(People.vera().user()));
        assertThat(call.answer()).isEmpty();
        conversation.engine().endsAccessOf(Audience.grant(ana.grant()));
        assertThat(call.answer().orElseThrow().errorCode()).isEqualTo(-32600);
    }

    private Conversation talking() {
        var talking = Conversation.of(People.ana(), new Meeting(this::cancel));
        talking.initialize("2025-11-25", ALL);
        return talking;
    }

    private RecordedExchange call(String tool) {
        return conversation.begin(7, "tools/call", "{\"name\": \"%s\", \"arguments\": {}}".formatted(tool));
    }

    private void cancel(String requestId) {
        assertThat(conversation.send(cancellation(requestId)).status()).isEqualTo(202);
    }

    private static String cancellation(String requestId) {
        return "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\", \"params\": {\"requestId\": %s}}"
                .formatted(requestId);
    }

    private static String accepted(String value) {
        return "{\"action\": \"accept\", \"content\": {\"value\": \"%s\"}}".formatted(value);
    }

    /** Asks, and is cancelled. */
    public static final class Meeting {

        private final Consumer<String> cancel;

        Meeting(Consumer<String> cancel) {
            this.cancel = cancel;
        }

        @Tool(name = "meet", title = "Meet", description = "Asks for a name.")
        String meet(CallContext context) {
            var schema = Json.object().put("type", "object");
            schema.putObject("properties").putObject("value").put("type", "string");
            var answer = context.ask("name", Question.form("Your name?", schema));
            return answer.content().path("value").asText();
        }

        @Tool(name = "cancels_itself", title = "Cancel", description = "Is cancelled while it runs.")
        String cancelsItself(Cancellation cancellation) {
            cancel.accept("7");
            cancellation.check();
            return "not reached";
        }
    }
}
