package com.siacapp.protocol;

import static com.siacapp.testkit.McpReply.accept;
import static com.siacapp.testkit.McpReply.cancel;
import static com.siacapp.testkit.McpReply.decline;
import static com.siacapp.testkit.McpReply.root;
import static com.siacapp.testkit.McpReply.sampled;

import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.Person;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What can happen in a call, told once and true in every version; each message is held against the official schema of its own. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CallStoriesIT {

    private static final String QUESTION = "question";
    private static final String ELICITATION = "versionsThatKnowForms";

    static Stream<McpVersion> versionsThatKnowForms() {
        return Stream.of(McpVersion.values()).filter(McpVersion::hasElicitation);
    }

    static Stream<McpVersion> versionsThatKnowNoForms() {
        return Stream.of(McpVersion.values()).filter(version -> !version.hasElicitation());
    }

    @ParameterizedTest
    @EnumSource
    void a_tool_answers(McpVersion version) {
        client(version).call("test_simple_text").expectText("This is a simple text response for testing.");
    }

    @ParameterizedTest
    @EnumSource
    void a_tool_refuses_in_words_the_model_can_act_on(McpVersion version) {
        client(version)
                .call("test_error_handling")
                .expectRefusal("This tool intentionally returns an error for testing");
    }

    @ParameterizedTest
    @EnumSource
    void a_tool_that_is_not_there_is_an_error_of_the_protocol(McpVersion version) {
        client(version).call("no_such_tool").expectError(-32602);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_says_how_far_it_is(McpVersion version) {
        client(version).call("test_tool_with_progress").expectProgress(0, 50, 100);
    }

    @ParameterizedTest
    @EnumSource
    void a_call_logs_to_the_client_that_wants_to_hear_it(McpVersion version) {
        client(version)
                .declaring("roots")
                .hearing("info")
                .call("test_tool_with_logging")
                .expectLog("Tool execution started", "Tool processing data", "Tool execution completed");
    }

    @ParameterizedTest
    @EnumSource
    void a_call_logs_nothing_below_the_level_the_client_wants(McpVersion version) {
        client(version)
                .declaring("roots")
                .hearing("warning")
                .call("test_tool_with_logging")
                .expectLog();
    }

    @ParameterizedTest
    @MethodSource(ELICITATION)
    void a_call_asks_the_person_and_goes_on_with_the_answer(McpVersion version) {
        client(version)
                .answering("user_name", accept(Map.of("name", "Ana")))
                .call("test_input_required_result_elicitation")
                .expectAsked("elicitation/create")
                .expectText("Hello, Ana!");
    }

    @ParameterizedTest
    @MethodSource("versionsThatKnowNoForms")
    void a_person_whose_client_is_older_than_forms_is_not_asked(McpVersion version) {
        client(version)
                .declaring("roots")
                .answering("user_name", accept(Map.of("name", "Ana")))
                .call("test_input_required_result_elicitation")
                .expectAsked()
                .expectRefusal("this client cannot ask for it here");
    }

    @ParameterizedTest
    @MethodSource(ELICITATION)
    void a_person_may_decline_or_close_the_form(McpVersion version) {
        var arguments = Map.of("message", "Who are you?");
        client(version)
                .answering(QUESTION, decline())
                .call("test_elicitation", arguments)
                .expectText("User response: action=decline, content=");
        client(version)
                .answering(QUESTION, cancel())
                .call("test_elicitation", arguments)
                .expectText("User response: action=cancel, content=");
    }

    @ParameterizedTest
    @EnumSource
    void a_call_asks_the_clients_model(McpVersion version) {
        client(version)
                .answering(QUESTION, sampled("Good day"))
                .call("test_sampling", Map.of("prompt", "Say hello"))
                .expectAsked("sampling/createMessage")
                .expectText("LLM response: Good day");
    }

    @ParameterizedTest
    @MethodSource(ELICITATION)
    void a_call_asks_again_and_again(McpVersion version) {
        client(version)
                .answering("step1", accept(Map.of("name", "Ana")))
                .answering("step2", accept(Map.of("color", "green")))
                .call("test_input_required_result_multi_round")
                .expectAsked("elicitation/create", "elicitation/create")
                .expectText("Ana likes green");
    }

    @ParameterizedTest
    @MethodSource(ELICITATION)
    void a_call_asks_several_things_at_once(McpVersion version) {
        client(version)
                .answering("user_name", accept(Map.of("name", "Ana")))
                .answering("greeting", sampled("Good day"))
                .answering("client_roots", root("file:///work"))
                .call("test_input_required_result_multiple_inputs")
                .expectText("Good day Ana");
    }

    private static Mcp client(McpVersion version) {
        return Mcp.as(Person.AUTHOR).in(version);
    }
}
