package com.siacapp.protocol;

import static com.siacapp.testkit.McpReply.accept;
import static com.siacapp.testkit.McpReply.cancel;
import static com.siacapp.testkit.McpReply.decline;
import static com.siacapp.testkit.McpReply.root;
import static com.siacapp.testkit.McpReply.sampled;

import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpEra;
import com.siacapp.testkit.Person;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can happen in a call, told once and true in both eras; each message is held against the official schema. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CallStoriesIT {

    private static final String QUESTION = "question";

    @ParameterizedTest
    @EnumSource
    void a_tool_answers(McpEra era) {
        client(era).call("test_simple_text").expectText("This is a simple text response for testing.");
    }

    @ParameterizedTest
    @EnumSource
    void a_tool_refuses_in_words_the_model_can_act_on(McpEra era) {
        client(era).call("test_error_handling").expectRefusal("This tool intentionally returns an error for testing");
    }

    @ParameterizedTest
    @EnumSource
    void a_tool_that_is_not_there_is_an_error_of_the_protocol(McpEra era) {
        client(era).call("no_such_tool").expectError(-32602);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_says_how_far_it_is(McpEra era) {
        client(era).call("test_tool_with_progress").expectProgress(0, 50, 100);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_logs_to_the_client_that_wants_to_hear_it(McpEra era) {
        client(era)
                .declaring("roots")
                .hearing("info")
                .call("test_tool_with_logging")
                .expectLog("Tool execution started", "Tool processing data", "Tool execution completed");
    }

    @ParameterizedTest
    @EnumSource
    void a_call_logs_nothing_below_the_level_the_client_wants(McpEra era) {
        client(era)
                .declaring("roots")
                .hearing("warning")
                .call("test_tool_with_logging")
                .expectLog();
    }

    @ParameterizedTest
    @EnumSource
    void a_call_asks_the_person_and_goes_on_with_the_answer(McpEra era) {
        client(era)
                .answering("user_name", accept(Map.of("name", "Ana")))
                .call("test_input_required_result_elicitation")
                .expectAsked("elicitation/create")
                .expectText("Hello, Ana!");
    }

    @ParameterizedTest
    @EnumSource
    void a_person_may_decline_or_close_the_form(McpEra era) {
        var arguments = Map.of("message", "Who are you?");
        client(era)
                .answering(QUESTION, decline())
                .call("test_elicitation", arguments)
                .expectText("User response: action=decline, content=");
        client(era)
                .answering(QUESTION, cancel())
                .call("test_elicitation", arguments)
                .expectText("User response: action=cancel, content=");
    }

    @ParameterizedTest
    @EnumSource
    void a_call_asks_the_clients_model(McpEra era) {
        client(era)
                .answering(QUESTION, sampled("Good day"))
                .call("test_sampling", Map.of("prompt", "Say hello"))
                .expectAsked("sampling/createMessage")
                .expectText("LLM response: Good day");
    }

    @ParameterizedTest
    @EnumSource
    void a_call_asks_again_and_again(McpEra era) {
        client(era)
                .answering("step1", accept(Map.of("name", "Ana")))
                .answering("step2", accept(Map.of("color", "green")))
                .call("test_input_required_result_multi_round")
                .expectAsked("elicitation/create", "elicitation/create")
                .expectText("Ana likes green");
    }

    @ParameterizedTest
    @EnumSource
    void a_call_asks_several_things_at_once(McpEra era) {
        client(era)
                .answering("user_name", accept(Map.of("name", "Ana")))
                .answering("greeting", sampled("Good day"))
                .answering("client_roots", root("file:///work"))
                .call("test_input_required_result_multiple_inputs")
                .expectText("Good day Ana");
    }

    private static Mcp client(McpEra era) {
        return Mcp.as(Person.AUTHOR).in(era);
    }
}
