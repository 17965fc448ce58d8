package com.siacapp.guards.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import org.junit.jupiter.api.Test;

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

    static final class Library {

        @Tool(name = "read", title = "Read", description = "Reads.")
        ToolResult<Page> read(Question question, CallContext context) {
            var page = new Page("x".repeat(question.letters()));
            return ToolResult.of(page, "Read.").withMeta("example/card", "secret");
        }

        @Resource(uri = "siac://book", name = "book", title = "Book", description = "Long.", mimeType = "text/plain")
        String book() {
            return "x".repeat(LARGEST);
        }
    }

    record Question(int letters) {}

    record Page(String text) {}
}
