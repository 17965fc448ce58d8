package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.Conversation;
import com.siacapp.Conversation.Answer;
import com.siacapp.People;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.tools.entity.Tool;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MCP 2026-07-28, multi round-trip requests: a call that asks ends, and begins anew with the answers. */
class RoundTripsTest {

    private final Conversation conversation = talking();

    @Test
    void a_call_that_asks_ends_with_its_question_and_a_state() {
        var asked = call("");
        assertThat(asked.at("/result/resultType").asText()).isEqualTo("input_required");
        assertThat(asked.at("/result/inputRequests/name/method").asText()).isEqualTo("elicitation/create");
        assertThat(asked.at("/result/inputRequests/name/params/message").asText())
                .isEqualTo("Your name?");
        assertThat(asked.at("/result/requestState").asText()).isNotEmpty();
        assertThat(asked.at("/result").has("content")).isFalse();
    }

    @Test
    void answers_of_earlier_rounds_are_carried_by_the_state() {
        var first = call("");
        var second = call(", \"inputResponses\": {\"name\": %s}, %s".formatted(accepted("Ana"), state(first)));
        assertThat(second.at("/result/inputRequests").has("colour")).isTrue();
        assertThat(second.at("/result/inputRequests").has("name")).isFalse();
        var done = call(", \"inputResponses\": {\"colour\": %s}, %s".formatted(accepted("red"), state(second)));
        assertThat(done.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(done.at("/result/structuredContent/text").asText()).isEqualTo("Ana likes red");
    }

    @Test
    void an_argument_that_is_null_is_the_same_in_all_rounds() {
        var params = "{\"name\": \"meet\", \"arguments\": {\"note\": null}%s}";
        var asked = conversation.modern("tools/call", params.formatted(""));
        var again = conversation.modern(
                "tools/call",
                params.formatted(", \"inputResponses\": {\"name\": %s}, %s".formatted(accepted("Ana"), state(asked))));
        assertThat(again.at("/result/inputRequests").has("colour")).isTrue();
    }

    @Test
    void an_answer_to_something_else_or_of_another_shape_is_asked_for_again() {
        for (var answer : new String[] {
            "{\"other\": %s}".formatted(accepted("Ana")),
            "{\"name\": 5}",
            "{\"name\": null}",
            "{\"name\": {\"action\": \"accept\"}}",
            "{\"name\": {\"action\": \"accept\", \"content\": {\"value\": 5}}}",
            "{\"name\": {\"action\": \"maybe\"}}"
        }) {
            var again = call(", \"inputResponses\": " + answer);
            assertThat(again.at("/result/inputRequests").has("name")).as(answer).isTrue();
        }
    }

    @Test
    void a_state_that_was_changed_or_made_up_is_refused() {
        var state = call("").at("/result/requestState").asText();
        var changed = state.substring(0, state.length() - 2) + (state.endsWith("AA") ? "BB" : "AA");
        assertThat(call(", \"requestState\": \"%s\"".formatted(changed)).errorCode())
                .isEqualTo(-32602);
        assertThat(call(", \"requestState\": \"made-up\"").errorCode()).isEqualTo(-32602);
        assertThat(call(", \"requestState\": 5").errorCode()).isEqualTo(-32602);
        assertThat(call(", \"inputResponses\": 5").errorCode()).isEqualTo(-32602);
    }

    @Test
    void a_state_serves_the_same_person_method_and_parameters_only() {
        var state = state(call(""));
        assertThat(conversation
                        .modern(
                                "tools/call",
                                "{\"name\": \"meet\", \"arguments\": {\"note\": \"x\"}, %s}".formatted(state))
                        .errorCode())
                .isEqualTo(-32602);
        var somebodyElse = Conversation.of(People.vera(), new Meeting()).capabilities("{\"elicitation\": {}}");
        assertThat(somebodyElse
                        .modern("tools/call", "{\"name\": \"meet\", \"arguments\": {}, %s}".formatted(state))
                        .errorCode())
                .isEqualTo(-32602);
    }

    @Test
    void a_state_is_over_after_half_an_hour() {
        var state = state(call(""));
        conversation.engine().later(Duration.ofMinutes(29));
        assertThat(call(", " + state).at("/result/resultType").asText()).isEqualTo("input_required");
        conversation.engine().later(Duration.ofMinutes(2));
        assertThat(call(", " + state).errorCode()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meet | {} | {'elicitation':{'form':{}}}",
                "meet | {'elicitation':{'url':{}}} | {'elicitation':{'form':{}}}",
                "pay | {'elicitation':{}} | {'elicitation':{'url':{}}}",
                "pay | {'elicitation':{'form':{}}} | {'elicitation':{'url':{}}}",
                "both | {'roots':{}} | {'elicitation':{'form':{},'url':{}},'sampling':{}}",
                "both | {'elicitation':{'url':{}},'sampling':{},'roots':{}} | {'elicitation':{'form':{}}}",
                "both | {'elicitation':{}} | {'elicitation':{'url':{}},'roots':{},'sampling':{}}",
            })
    void a_client_is_told_what_it_must_declare_to_be_asked(String tool, String declared, String missing) {
        var refused = talking().capabilities(declared.replace('\'', '"')).call(tool, "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo(-32021);
        assertThat(refused.at("/error/data"))
                .isEqualTo(Json.object().set("requiredCapabilities", parsed(missing.replace('\'', '"'))));
    }

    /** 2026-07-28 has no notice that a page was left, so its questions have no id for one (schema, changelog). */
    @Test
    void a_page_to_go_to_is_named_by_its_address_alone() {
        var asked = Conversation.of(People.ana(), new Meeting())
                .capabilities("{\"elicitation\": {\"url\": {}}}")
                .call("pay", "{}");
        assertThat(asked.at("/result/inputRequests/card/params").toString())
                .isEqualTo("{\"mode\":\"url\",\"message\":\"Your card?\",\"url\":\"https://pay.example/1\"}");
    }

    private static Conversation talking() {
        return Conversation.of(People.ana(), new Meeting()).capabilities("{\"elicitation\": {}}");
    }

    private Answer call(String more) {
        return conversation.modern("tools/call", "{\"name\": \"meet\", \"arguments\": {}%s}".formatted(more));
    }

    private static String state(Answer asked) {
        return "\"requestState\": \"%s\""
                .formatted(asked.at("/result/requestState").asText());
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    private static String accepted(String value) {
        return "{\"action\": \"accept\", \"content\": {\"value\": \"%s\"}}".formatted(value);
    }

    /** Asks two things, one after the other. */
    public static class Meeting {

        @Tool(name = "pay", title = "Pay", description = "Sends the person to a page.")
        String pay(CallContext context) {
            context.ask("card", Question.page("Your card?", URI.create("https://pay.example/1"), "1"));
            return "paid";
        }

        @Tool(name = "meet", title = "Meet", description = "Asks for a name and a colour.")
        Said meet(Note note, CallContext context) {
            var name = context.ask("name", question("Your name?"))
                    .content()
                    .path("value")
                    .asText();
            var colour = context.ask("colour", question("Your colour?"))
                    .content()
                    .path("value")
                    .asText();
            return new Said(name + " likes " + colour);
        }

        @Tool(name = "both", title = "Both", description = "Asks all at once.")
        Said both() {
            throw new InputRequired(Map.of(
                    "form", question("Your name?"),
                    "page", Question.page("Your card?", URI.create("https://pay.example/1"), "1"),
                    "model", Question.sampling("Greet", 50),
                    "roots", Question.roots()));
        }

        private static Question question(String message) {
            var schema = Json.object().put("type", "object");
            schema.putObject("properties").putObject("value").put("type", "string");
            schema.putArray("required").add("value");
            return Question.form(message, schema);
        }
    }

    /** What the tool takes. */
    public record Note(@Describe("Anything") java.util.Optional<String> note) {}

    /** What the tool answers. */
    public record Said(String text) {}
}
