package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.RecordedExchange;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2025-11-25, basic/transports: a server asks on the stream of the call, and the client answers by another POST. */
class AskingTest {

    private static final String ALL = "{\"elicitation\": {}, \"sampling\": {}, \"roots\": {}}";

    private final Conversation conversation = talking();

    @Test
    void a_call_that_asks_sends_its_question_leaves_its_thread_and_goes_on_with_the_answer() {
        var call = call("meet");
        assertThat(call.wasDeferred()).isTrue();
        assertThat(call.sent()).hasSize(1);
        assertThat(call.sent().get(0).path("method").asText()).isEqualTo("elicitation/create");
        assertThat(call.sent().get(0).at("/params/message").asText()).isEqualTo("Your name?");
        assertThat(call.answer()).isEmpty();
        assertThat(conversation.respond(call.asked(), accepted("Ana")).status()).isEqualTo(202);
        assertThat(call.sent().get(1).at("/params/message").asText()).isEqualTo("Your colour?");
        conversation.respond(call.asked(), accepted("red"));
        assertThat(textOf(call)).contains("Ana likes red");
        assertThat(call.answer().orElseThrow().at("/id").asInt()).isEqualTo(7);
    }

    @Test
    void several_questions_at_once_are_answered_in_any_order() {
        var call = call("survey");
        assertThat(call.sent())
                .extracting(sent -> sent.path("method").asText())
                .containsExactlyInAnyOrder("elicitation/create", "sampling/createMessage", "roots/list");
        for (var asked : call.sent()) {
            assertThat(call.answer()).isEmpty();
            var result = switch (asked.path("method").asText()) {
                case "elicitation/create" -> accepted("Ana");
                case "roots/list" -> "{\"roots\": [{\"uri\": \"file:///work\"}]}";
                default ->
                    "{\"role\": \"assistant\", \"model\": \"m\", \"content\": {\"type\": \"text\", \"text\": \"Hi\"}}";
            };
            conversation.respond(asked.path("id").asText(), result);
        }
        assertThat(textOf(call)).contains("Ana, Hi, 1 roots");
    }

    @Test
    void prompts_and_resources_ask_too() {
        var prompt = conversation.begin(7, "prompts/get", "{\"name\": \"greeting\"}");
        conversation.respond(prompt.asked(), accepted("Ana"));
        assertThat(prompt.answer()
                        .orElseThrow()
                        .at("/result/messages/0/content/text")
                        .asText())
                .isEqualTo("Greet Ana");
        var resource = conversation.begin(8, "resources/read", "{\"uri\": \"test://greeting\"}");
        conversation.respond(resource.asked(), accepted("Ana"));
        assertThat(resource.answer().orElseThrow().at("/result/contents/0/text").asText())
                .isEqualTo("Ana");
    }

    @Test
    void the_first_answer_counts() {
        var call = call("meet");
        var question = call.asked();
        conversation.respond(question, accepted("Ana"));
        assertThat(conversation.respond(question, accepted("Eva")).status()).isEqualTo(400);
        conversation.respond(call.asked(), accepted("red"));
        assertThat(textOf(call)).contains("Ana likes red");
        assertThat(conversation.respond(question, accepted("Eva")).status()).isEqualTo(400);
    }

    @Test
    void nobody_else_answers() {
        var call = call("meet");
        var stranger = conversation.by(People.vera());
        stranger.initialize("2025-11-25", ALL);
        assertThat(stranger.respond(call.asked(), accepted("Eva")).status()).isEqualTo(400);
        assertThat(stranger.session(conversation.session())
                        .respond(call.asked(), accepted("Eva"))
                        .status())
                .isEqualTo(404);
        var sessionless = conversation.by(People.ana());
        assertThat(sessionless.respond(call.asked(), accepted("Eva")).status()).isEqualTo(202);
        var otherSession = conversation.by(People.ana());
        otherSession.initialize("2025-11-25", ALL);
        assertThat(otherSession.respond(call.asked(), accepted("Eva")).status()).isEqualTo(400);
        assertThat(call.sent()).hasSize(1);
        assertThat(call.answer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"made-up", "6ea70000-0000-4000-8000-000000000001", ""})
    void an_answer_to_nothing_is_refused(String id) {
        assertThat(conversation.respond(id, "{}").status()).isEqualTo(400);
    }

    @Test
    void an_answer_beside_the_question_is_asked_for_again_though_not_for_ever() {
        var call = call("meet");
        for (var round = 1; round < 20; round++) {
            conversation.respond(call.asked(), "{\"action\": \"accept\", \"content\": {\"value\": 5}}");
            assertThat(call.sent()).hasSize(round + 1);
        }
        conversation.respond(call.asked(), "{}");
        assertThat(call.answer().orElseThrow().at("/result/isError").asBoolean())
                .isTrue();
    }

    @Test
    void a_client_that_answers_with_an_error_ends_the_call_with_a_sentence_for_the_model() {
        var call = call("meet");
        assertThat(conversation.send("""
                {"jsonrpc": "2.0", "id": "%s", "error": {"code": -1, "message": "no <way>"}}""".formatted(call.asked())).status()).isEqualTo(202);
        assertThat(call.answer().orElseThrow().at("/result/isError").asBoolean())
                .isTrue();
        assertThat(textOf(call)).contains("did not give one").doesNotContain("way");
        var prompt = conversation.begin(7, "prompts/get", "{\"name\": \"greeting\"}");
        conversation.send("{\"jsonrpc\": \"2.0\", \"id\": \"%s\", \"error\": {}}".formatted(prompt.asked()));
        assertThat(prompt.answer().orElseThrow().errorCode()).isEqualTo(-32602);
    }

    @Test
    void one_person_has_twenty_calls_that_wait_at_most() {
        for (var id = 1; id <= 20; id++) {
            assertThat(conversation
                            .begin(id, "tools/call", "{\"name\": \"meet\"}")
                            .answer())
                    .isEmpty();
        }
        assertThat(textOf(call(21, "meet"))).contains("Too many questions");
        conversation.send(
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\", \"params\": {\"requestId\": 3}}");
        assertThat(call(22, "meet").answer()).isEmpty();
    }

    @Test
    void who_does_not_take_their_answers_is_asked_no_more() {
        var calls = new ArrayList<RecordedExchange>();
        for (var id = 1; id <= 20; id++) {
            var call = call(id, "meet");
            call.takes(false);
            conversation.respond(call.asked(), accepted("Ana"));
            conversation.respond(call.asked(), accepted("red"));
            assertThat(call.answer()).isPresent();
            calls.add(call);
        }
        assertThat(textOf(call(21, "meet"))).contains("Too many questions");
        calls.get(7).takes(true);
        assertThat(call(22, "meet").answer()).isEmpty();
    }

    @Test
    void an_id_that_is_in_use_is_refused() {
        var first = call("meet");
        assertThat(call("meet").answer().orElseThrow().errorCode()).isEqualTo(-32600);
        conversation.respond(first.asked(), accepted("Ana"));
        assertThat(first.sent()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, '{\"sampling\": {}}'",
        "2025-11-25, '{\"elicitation\": {\"url\": {}}}'",
        "2025-03-26, '{\"elicitation\": {}, \"roots\": {}}'"
    })
    void only_what_the_client_declared_and_its_version_has_is_asked(String version, String capabilities) {
        conversation.initialize(version, capabilities);
        var call = call("meet");
        assertThat(call.sent()).isEmpty();
        assertThat(textOf(call)).contains("cannot ask for it here");
    }

    @Test
    void a_client_that_takes_no_stream_cannot_be_asked() {
        var answer = conversation.legacy("tools/call", "{\"name\": \"meet\"}");
        assertThat(answer.text()).contains("cannot ask for it here");
    }

    @Test
    void a_fault_after_the_answer_stays_here() {
        var call = call("fails");
        conversation.respond(call.asked(), accepted("Ana"));
        assertThat(call.answer().orElseThrow().errorCode()).isEqualTo(-32603);
        assertThat(call.answer().orElseThrow().json().toString()).doesNotContain("secret");
    }

    private static Conversation talking() {
        var talking = Conversation.of(People.ana(), new Asking());
        talking.initialize("2025-11-25", ALL);
        return talking;
    }

    private RecordedExchange call(String tool) {
        return call(7, tool);
    }

    private RecordedExchange call(int id, String tool) {
        return conversation.begin(id, "tools/call", "{\"name\": \"%s\", \"arguments\": {}}".formatted(tool));
    }

    private static String textOf(RecordedExchange call) {
        return call.answer().orElseThrow().text();
    }

    private static String accepted(String value) {
        return "{\"action\": \"accept\", \"content\": {\"value\": \"%s\"}}".formatted(value);
    }

    /** Asks in every way. */
    public static final class Asking {

        @Tool(name = "meet", title = "Meet", description = "Asks for a name and a colour.")
        Said meet(CallContext context) {
            return new Said(value(context, "Your name?") + " likes " + value(context, "Your colour?"));
        }

        @Tool(name = "survey", title = "Survey", description = "Asks three things at once.")
        Said survey(CallContext context) {
            var questions = Map.of(
                    "name", question("Your name?"),
                    "greeting", Question.sampling("Greet", 50),
                    "roots", Question.roots());
            if (questions.entrySet().stream()
                    .anyMatch(asked ->
                            context.answer(asked.getKey(), asked.getValue()).isEmpty())) {
                throw new InputRequired(questions);
            }
            return new Said("%s, %s, %d roots"
                    .formatted(
                            value(context, "name", questions),
                            context.ask("greeting", Question.sampling("Greet", 50))
                                    .text(),
                            context.ask("roots", Question.roots())
                                    .json()
                                    .path("roots")
                                    .size()));
        }

        @Tool(name = "fails", title = "Fail", description = "Asks and fails.")
        Said fails(CallContext context) {
            throw new IllegalStateException("secret " + value(context, "Your name?"));
        }

        @Prompt(name = "greeting", title = "Greet", description = "Asks for a name.")
        String greeting(CallContext context) {
            return "Greet " + value(context, "Your name?");
        }

        @Resource(uri = "test://greeting", name = "greeting", title = "Greet", description = "Asks for a name.")
        String resource(CallContext context) {
            return value(context, "Your name?");
        }

        private static String value(CallContext context, String message) {
            return context.ask(message, question(message))
                    .content()
                    .path("value")
                    .asText();
        }

        private static String value(CallContext context, String key, Map<String, Question> questions) {
            return context.ask(key, questions.getOrDefault(key, Question.roots()))
                    .content()
                    .path("value")
                    .asText();
        }

        private static Question question(String message) {
            var schema = Json.object().put("type", "object");
            schema.putObject("properties").putObject("value").put("type", "string");
            schema.putArray("required").add("value");
            return Question.form(message, schema);
        }
    }

    /** What the tools answer. */
    public record Said(String text) {}
}
