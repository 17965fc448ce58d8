package com.siacapp.protocol.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Sampling;
import com.siacapp.protocol.entity.Sampling.Priority;
import com.siacapp.protocol.entity.Sampling.ToolChoice;
import com.siacapp.protocol.entity.ToolUse;
import com.siacapp.tools.entity.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2025-11-25 and 2026-07-28, client/sampling. */
class SamplingTest {

    private static final String ALL = "{\"sampling\": {\"tools\": {}, \"context\": {}}}";

    private static final String WEATHER_TOOL = "{'name':'weather','description':'Says the weather.','inputSchema':"
            + "{'type':'object','properties':{'city':{'type':'string'}},'required':['city']}}";

    private final Conversation conversation =
            Conversation.of(People.ana(), new Model()).capabilities(ALL);

    @Test
    void a_question_says_what_model_is_wanted_and_all_that_was_said() {
        assertThat(conversation
                        .call("say_all", "{}")
                        .at("/result/inputRequests/all/params")
                        .toString())
                .isEqualTo(json("{'messages':["
                        + "{'role':'user','content':["
                        + "{'type':'text','text':'What is this?'},"
                        + "{'type':'image','data':'Ynl0ZXM=','mimeType':'image/png'},"
                        + "{'type':'audio','data':'Ynl0ZXM=','mimeType':'audio/wav'}]},"
                        + "{'role':'assistant','content':{'type':'text','text':'A cat.'}},"
                        + "{'role':'user','content':{'type':'text','text':'Really?'}}],"
                        + "'maxTokens':50,"
                        + "'systemPrompt':'Be brief.',"
                        + "'modelPreferences':{'hints':[{'name':'small'},{'name':'any'}],"
                        + "'costPriority':0.25,'speedPriority':0.5,'intelligencePriority':1.0},"
                        + "'temperature':0.1,"
                        + "'stopSequences':['END','STOP'],"
                        + "'includeContext':'thisServer'}"));
    }

    @Test
    void a_model_that_uses_tools_is_asked_again_with_what_they_gave_until_it_answers() {
        var first = conversation.call("ask_weather", "{}");
        assertThat(first.at("/result/inputRequests/weather.1/params/tools").toString())
                .isEqualTo(json("[" + WEATHER_TOOL + "]"));
        var uses = using(use("1", "weather", "{'city':'Lima'}"), use("2", "weather", "{'city':'Cusco'}"));
        var second = answer(first, "weather.1", uses);
        assertThat(second.at("/result/inputRequests/weather.2/params/messages").toString())
                .isEqualTo(json("[{'role':'user','content':{'type':'text','text':'Where is it warmer?'}},"
                        + "{'role':'assistant','content':["
                        + use("1", "weather", "{'city':'Lima'}") + "," + use("2", "weather", "{'city':'Cusco'}") + "]},"
                        + "{'role':'user','content':["
                        + "{'type':'tool_result','toolUseId':'1','content':[{'type':'text','text':'Lima: 20'}]},"
                        + "{'type':'tool_result','toolUseId':'2','content':[{'type':'text','text':'Cusco: 20'}]}]}]"));
        var done = answer(second, "weather.2", said("Both are 20."));
        assertThat(done.text()).isEqualTo("Both are 20. (endTurn)");
    }

    @Test
    void in_the_last_round_the_model_has_no_choice() {
        var first = conversation.call("ask_weather", "{}");
        var second = answer(first, "weather.1", using(use("1", "weather", "{'city':'Lima'}")));
        assertThat(second.at("/result/inputRequests/weather.2/params").has("toolChoice"))
                .isFalse();
        var third = answer(second, "weather.2", using(use("2", "weather", "{'city':'Cusco'}")));
        assertThat(third.at("/result/inputRequests/weather.3/params/toolChoice").toString())
                .isEqualTo("{\"mode\":\"none\"}");
        assertThat(answer(third, "weather.3", said("20.")).text()).isEqualTo("20. (endTurn)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weather | {'city':5} | The input does not fit the schema.",
                "weather | {} | The input does not fit the schema.",
                "delete_all | {'city':'Lima'} | There is no such tool.",
            })
    void a_model_that_uses_what_it_was_not_offered_is_told(String tool, String input, String sentence) {
        var second = answer(conversation.call("ask_weather", "{}"), "weather.1", using(use("1", tool, input)));
        assertThat(second.at("/result/inputRequests/weather.2/params/messages/2/content/0")
                        .toString())
                .isEqualTo(
                        json("{'type':'tool_result','toolUseId':'1','content':[{'type':'text','text':'%s'}],'isError':true}")
                                .formatted(sentence));
    }

    @Test
    void older_clients_are_asked_again_too() {
        conversation.version(null).initialize("2025-11-25", ALL);
        var call = conversation.begin(7, "tools/call", "{\"name\": \"ask_weather\"}");
        conversation.respond(call.asked(), json(using(use("1", "weather", "{'city':'Lima'}"))));
        assertThat(call.sent()
                        .get(1)
                        .at("/params/messages/2/content/0/toolUseId")
                        .asText())
                .isEqualTo("1");
        conversation.respond(call.asked(), json(said("20.")));
        assertThat(call.answer().orElseThrow().text()).isEqualTo("20. (endTurn)");
    }

    @Test
    void an_answer_of_several_blocks_is_read_as_one_text() {
        var several = "{'role':'assistant','model':'m','stopReason':'endTurn','content':["
                + "{'type':'text','text':'One.'},{'type':'image','data':'','mimeType':'image/png'},"
                + "{'type':'text','text':'Two.'}]}";
        assertThat(answer(conversation.call("ask_weather", "{}"), "weather.1", several)
                        .text())
                .isEqualTo("One.\nTwo. (endTurn)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'content':'text'}",
                "{'content':[]}",
                "{'content':{'type':'text'}}",
                "{'content':[{'type':'text','text':'a'},5]}",
                "{'content':{'type':'image','data':'a'}}",
                "{'content':{'type':'tool_use','id':'1','name':'weather'}}",
                "{'content':{'type':'tool_result','toolUseId':'1','content':[]}}",
            })
    void what_no_model_says_is_asked_for_again(String answer) {
        assertThat(answer(conversation.call("ask_weather", "{}"), "weather.1", answer)
                        .at("/result/inputRequests")
                        .has("weather.1"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask_weather | {} | {'sampling':{'tools':{}}}",
                "ask_weather | {'sampling':{}} | {'sampling':{'tools':{}}}",
                "ask_weather | {'sampling':{'context':{}}} | {'sampling':{'tools':{}}}",
                "choose | {'sampling':{}} | {'sampling':{'tools':{}}}",
                "say_all | {'sampling':{'tools':{}}} | {'sampling':{'context':{}}}",
                "say | {'elicitation':{}} | {'sampling':{}}",
            })
    void what_takes_more_than_a_client_declared_is_not_asked_in_either_era(
            String tool, String declared, String missing) {
        var refused = conversation.capabilities(json(declared)).call(tool, "{}");
        assertThat(refused.errorCode()).isEqualTo(-32021);
        assertThat(refused.at("/error/data").toString())
                .isEqualTo(json("{'requiredCapabilities':%s}".formatted(missing)));
        conversation.version(null).initialize("2025-11-25", json(declared));
        var call = conversation.begin(7, "tools/call", "{\"name\": \"%s\"}".formatted(tool));
        assertThat(call.sent()).isEmpty();
        assertThat(call.answer().orElseThrow().text()).contains("cannot ask for it here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18"})
    void a_version_without_tools_and_context_is_asked_for_neither(String version) {
        conversation.version(null).initialize(version, ALL);
        for (var tool : new String[] {"ask_weather", "say_all"}) {
            var call = conversation.begin(7, "tools/call", "{\"name\": \"%s\"}".formatted(tool));
            assertThat(call.sent()).as(tool).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-11-05 | {'type':'text','text':'A sound: audio/wav'}",
                "2025-03-26 | {'type':'audio','data':'Ynl0ZXM=','mimeType':'audio/wav'}",
                "2025-06-18 | {'type':'audio','data':'Ynl0ZXM=','mimeType':'audio/wav'}",
            })
    void clients_that_know_one_block_a_message_get_a_message_for_each(String version, String sound) {
        conversation.version(null).initialize(version, ALL);
        var call = conversation.begin(7, "tools/call", "{\"name\": \"say\"}");
        assertThat(call.sent().get(0).at("/params/messages").toString())
                .isEqualTo(json("[{'role':'user','content':{'type':'text','text':'What is this?'}},"
                        + "{'role':'user','content':%s}]".formatted(sound)));
    }

    private Conversation.Answer answer(Conversation.Answer asked, String key, String result) {
        var tool = key.startsWith("weather") ? "ask_weather" : key;
        return conversation.modern(
                "tools/call",
                json("{'name':'%s','arguments':{},'inputResponses':{'%s':%s},'requestState':'%s'}"
                        .formatted(
                                tool,
                                key,
                                result,
                                asked.at("/result/requestState").asText())));
    }

    private static String using(String... uses) {
        return "{'role':'assistant','model':'m','stopReason':'toolUse','content':[%s]}"
                .formatted(String.join(",", uses));
    }

    private static String use(String id, String tool, String input) {
        return "{'type':'tool_use','id':'%s','name':'%s','input':%s}".formatted(id, tool, input);
    }

    private static String said(String text) {
        return "{'role':'assistant','model':'m','stopReason':'endTurn','content':{'type':'text','text':'%s'}}"
                .formatted(text);
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    /** Asks the client's model. */
    public static class Model {

        private static final byte[] BYTES = "bytes".getBytes(UTF_8);

        @Tool(name = "say", title = "Say", description = "Asks for what any client can.")
        String say(CallContext context) {
            return context.ask("say", Sampling.of(50).user(picture()).question())
                    .text();
        }

        @Tool(name = "choose", title = "Choose", description = "Asks with a choice of no tools.")
        String choose(CallContext context) {
            return context.ask(
                            "choose", Sampling.of(50).choosing(ToolChoice.NONE).question())
                    .text();
        }

        @Tool(name = "say_all", title = "Say all", description = "Asks in every way.")
        String sayAll(CallContext context) {
            var sampling = Sampling.of(50)
                    .systemPrompt("Be brief.")
                    .user(
                            Content.text("What is this?"),
                            Content.image(BYTES, "image/png"),
                            Content.audio(BYTES, "audio/wav"))
                    .assistant(Content.text("A cat."))
                    .user(Content.text("Really?"))
                    .preferring("small", "any")
                    .preferring(Priority.COST, 0.25)
                    .preferring(Priority.SPEED, 0.5)
                    .preferring(Priority.INTELLIGENCE, 1)
                    .temperature(0.1)
                    .stoppingAt("END", "STOP")
                    .including(Sampling.Context.THIS_SERVER);
            return context.ask("all", sampling.question()).text();
        }

        @Tool(name = "ask_weather", title = "Weather", description = "Lets the model use a tool.")
        String askWeather(CallContext context) {
            var sampling = Sampling.of(500)
                    .user(Content.text("Where is it warmer?"))
                    .offering("weather", "Says the weather.", schema());
            var answer = context.converse("weather", sampling, 3, Model::weather);
            return "%s (%s)".formatted(answer.text(), answer.stopReason());
        }

        private static Content[] picture() {
            return new Content[] {Content.text("What is this?"), Content.audio(BYTES, "audio/wav")};
        }

        private static ToolUse.Result weather(ToolUse use) {
            return ToolUse.Result.of(Content.text(use.input().path("city").asText() + ": 20"));
        }

        private static ObjectNode schema() {
            var schema = Json.object().put("type", "object");
            schema.putObject("properties").putObject("city").put("type", "string");
            schema.putArray("required").add("city");
            return schema;
        }
    }
}
