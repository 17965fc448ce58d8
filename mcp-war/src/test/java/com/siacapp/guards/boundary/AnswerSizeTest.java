package com.siacapp.guards.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSizeTest {

    private static final int LARGEST = 10_000;

    private final Conversation conversation =
            Conversation.of(People.ana(), new Library(), new AnswerSize(() -> LARGEST));

    @Test
    void a_result_too_long_is_not_sent_and_the_model_is_told_to_ask_for_less() {
        var answer = conversation.call("read", "{\"letters\": %d}".formatted(LARGEST));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains("Ask for less");
        assertThat(answer.at("/result/structuredContent").isMissingNode()).isTrue();
        assertThat(answer.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(answer.at("/result/_meta").toString())
                .contains("siac-assistant")
                .doesNotContain("secret");
        assertThat(answer.json().toString().length()).isLessThan(1000);
    }

    @Test
    void it_is_said_in_the_persons_language() {
        var answer = conversation.acceptLanguage("es-MX").call("read", "{\"letters\": %d}".formatted(LARGEST));
        assertThat(answer.text()).contains("Pide menos");
    }

    @Test
    void older_clients_are_told_the_same() {
        var arguments = "{\"name\": \"read\", \"arguments\": {\"letters\": %d}}".formatted(LARGEST);
        var answer = conversation.legacy("tools/call", arguments);
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.at("/result/resultType").isMissingNode()).isTrue();
    }

    @Test
    void what_fits_is_sent_as_it_is() {
        var answer = conversation.call("read", "{\"letters\": %d}".formatted(LARGEST / 2));
        assertThat(answer.at("/result/structuredContent/text").asText()).hasSize(LARGEST / 2);
    }

    @Test
    void of_any_other_method_it_is_an_error_with_the_id_of_the_request() {
        var answer = conversation.modern("resources/read", "{\"uri\": \"siac://book\"}");
        assertThat(answer.errorCode()).isEqualTo(-32603);
        assertThat(answer.at("/id").asInt()).isEqualTo(7);
        assertThat(answer.at("/error/message").asText()).contains("too long");
    }

    @Test
    void the_answers_to_a_batch_are_one_answer() {
        var read = """
                {"jsonrpc": "2.0", "id": %d, "method": "tools/call",
                 "params": {"name": "read", "arguments": {"letters": %d}}}""";
        var some = LARGEST * 2 / 5;
        var answer = conversation
                .version("2025-03-26")
                .send("[%s, %s, %s]"
                        .formatted(read.formatted(1, some), read.formatted(2, some), read.formatted(3, some)));
        assertThat(answer.json().toString().length()).isLessThan(LARGEST);
        assertThat(answer.at("/0/result/isError").asBoolean()).isFalse();
        assertThat(answer.at("/2/result/isError").asBoolean()).isTrue();
    }

    /** Of the second version a client can come back for, so it is kept before it is sent. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-06-18", "2025-11-25"})
    void an_answer_that_comes_after_a_question_is_measured_too(String version) {
        conversation.initialize(version, "{\"elicitation\": {}}");
        var call = conversation.version(version).begin(7, "tools/call", "{\"name\": \"ask\", \"arguments\": {}}");
        conversation.respond(call.asked(), "{\"action\": \"accept\", \"content\": {}}");
        var answer = call.answer().orElseThrow();
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains("Ask for less");
        assertThat(answer.json().toString()).doesNotContain("xxx");
    }

    static final class Library {

        @Tool(name = "ask", title = "Ask", description = "Asks, and answers at length.")
        Page ask(CallContext context) {
            context.ask("sure", Question.form("Sure?", Json.object().put("type", "object")));
            return new Page("x".repeat(LARGEST));
        }

        @Tool(name = "read", title = "Read", description = "Reads.")
        ToolResult<Page> read(Length length, CallContext context) {
            var page = new Page("x".repeat(length.letters()));
            return ToolResult.of(page, "Read.").withMeta("example/card", "secret");
        }

        @Resource(uri = "siac://book", name = "book", title = "Book", description = "Long.", mimeType = "text/plain")
        String book() {
            return "x".repeat(LARGEST);
        }
    }

    record Length(int letters) {}

    record Page(String text) {}
}
