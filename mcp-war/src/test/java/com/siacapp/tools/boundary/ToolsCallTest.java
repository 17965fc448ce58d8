package com.siacapp.tools.boundary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Question;
import com.siacapp.protocol.entity.Spanish;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolException;
import com.siacapp.tools.entity.ToolResult;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToolsCallTest {

    private final Conversation conversation = Conversation.of(People.ana(Scope.TEMPLATES_READ), new Greetings());

    @Test
    void a_result_holds_the_record_for_the_model_a_sentence_and_what_only_the_card_sees() {
        var answer = conversation.call("greet", "{\"first_name\": \"Eva\"}");
        assertThat(answer.at("/result/structuredContent").toString()).isEqualTo("{\"greeting\":\"Hello Eva\"}");
        assertThat(answer.at("/result/content").toString())
                .isEqualTo("[{\"type\":\"text\",\"text\":\"Greeted for Acme.\"}]");
        assertThat(answer.at("/result/_meta/example~1card").asText()).isEqualTo("blue");
        assertThat(answer.at("/result/isError").isMissingNode()).isTrue();
    }

    @Test
    void a_bare_record_is_its_own_text() {
        assertThat(conversation.call("echo", "{}").text()).isEqualTo("{\"greeting\":\"Ana en\"}");
    }

    @Test
    void clients_that_know_text_only_get_the_record_as_text_too() {
        var older =
                conversation.legacy("tools/call", "{\"name\": \"greet\", \"arguments\": {\"first_name\": \"Eva\"}}");
        assertThat(older.at("/result/content/1/text").asText()).isEqualTo("{\"greeting\":\"Hello Eva\"}");
    }

    @Test
    void an_argument_that_breaks_a_rule_is_a_result_the_model_can_act_on() {
        var answer = conversation.call("greet", "{\"first_name\": \" \", \"times\": 9, \"shout\": true}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains("first_name: ", "times: must have a maximum value of 3", "'shout'");
    }

    @Test
    void of_many_broken_rules_the_first_twenty_are_told() {
        var unknown =
                IntStream.range(0, 100).mapToObj("\"unknown_%d\": 1"::formatted).collect(joining(", "));
        var answer = conversation.call("greet", "{%s}".formatted(unknown));
        assertThat(answer.text().lines().filter(line -> line.startsWith("- "))).hasSize(20);
    }

    /** The JDK takes minutes for a list of thousands. */
    @Test
    void of_a_list_of_languages_the_first_256_characters_count() {
        var languages = "fr, ".repeat(63) + "es";
        assertThat(echoIn(languages)).isEqualTo("Ana es");
        assertThat(echoIn("fr, " + languages)).isEqualTo("Ana en");
    }

    private String echoIn(String languages) {
        var params = "{\"name\": \"echo\", \"_meta\": {\"openai/locale\": \"%s\"}}".formatted(languages);
        return conversation
                .version("2025-11-25")
                .legacy("tools/call", params)
                .at("/result/structuredContent/greeting")
                .asText();
    }

    @Test
    void an_argument_of_the_wrong_form_is_named() {
        var answer = conversation.call("greet", "{\"first_name\": \"Eva\", \"campaign\": \"no-uuid\"}");
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains("campaign: ");
    }

    @Test
    void a_null_argument_is_an_absent_one() {
        var answer = conversation.call("greet", "{\"first_name\": \"Eva\", \"times\": null}");
        assertThat(answer.at("/result/isError").isMissingNode()).isTrue();
    }

    @Test
    void arguments_that_are_no_object_are_invalid_params() {
        assertThat(conversation.call("greet", "[]").errorCode()).isEqualTo(-32602);
    }

    @Test
    void a_tool_without_arguments_refuses_any() {
        assertThat(conversation.call("echo", "{\"x\": 1}").text()).contains("'x'");
    }

    @Test
    void a_refusal_of_the_tool_is_a_result_with_its_sentence() {
        var answer = conversation.call("refuse", "{}");
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).isEqualTo("Not on a Sunday.");
    }

    @Test
    void a_fault_is_an_internal_error_that_says_nothing_but_where_to_look() {
        var answer = conversation.call("fail", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.errorCode()).isEqualTo(-32603);
        assertThat(answer.at("/error/message").asText()).contains("log id").doesNotContain("secret");
    }

    @Test
    void a_result_that_breaks_its_own_schema_is_our_fault() {
        assertThat(conversation.call("break_promise", "{}").errorCode()).isEqualTo(-32603);
    }

    /** So that a test of the whole server fails on one line of its log. */
    @Test
    void a_result_that_breaks_its_own_schema_has_a_category_in_the_log() {
        var lines = new ArrayList<String>();
        var category = Logger.getLogger("com.siacapp.tools.broken-promises");
        var listener = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(line.getLevel() + " " + line.getMessage());
            }
        };
        category.addHandler(listener);
        try {
            conversation.call("break_promise", "{}");
        } finally {
            category.removeHandler(listener);
        }
        assertThat(lines)
                .singleElement()
                .asString()
                .contains("The tool break_promise broke its output schema", "greeting")
                .startsWith("ERROR");
    }

    @Test
    void an_older_client_that_cannot_be_asked_gets_a_result_that_says_so() {
        var answer = conversation.legacy("tools/call", "{\"name\": \"ask\"}");
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains("cannot ask");
    }

    @Test
    void an_unknown_tool_and_one_hidden_by_the_role_look_the_same() {
        var vera = Conversation.of(People.vera(Scope.FULL_ACCESS), new Greetings());
        assertThat(vera.call("write", "{}").json())
                .isEqualTo(vera.call("no_such_tool", "{}").json());
        assertThat(vera.call("write", "{}").errorCode()).isEqualTo(-32602);
    }

    @Test
    void a_scope_the_token_lacks_is_asked_for_with_all_that_are_needed() {
        assertThatThrownBy(() -> conversation.call("write", "{}"))
                .isInstanceOfSatisfying(
                        InsufficientScope.class,
                        challenge -> assertThat(challenge.needed())
                                .containsExactlyInAnyOrder(Scope.TEMPLATES_READ, Scope.TEMPLATES_WRITE));
    }

    @Test
    void chatgpt_is_asked_by_a_result() {
        var answer = conversation
                .userAgent("openai-mcp/1.0.0 (ChatGPT)")
                .version("2025-11-25")
                .legacy("tools/call", "{\"name\": \"write\"}");
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.at("/result/_meta/mcp~1www_authenticate/0").asText())
                .contains("error=\"insufficient_scope\"", "scope=\"siac.templates.read siac.templates.write\"");
    }

    @Test
    void full_access_stands_for_every_scope_of_tools() {
        var ana = Conversation.of(People.ana(Scope.FULL_ACCESS), new Greetings());
        assertThat(ana.call("write", "{}")
                        .at("/result/structuredContent/greeting")
                        .asText())
                .isEqualTo("written");
    }

    @Test
    void sentences_come_in_the_language_the_person_reads() {
        assertThat(conversation
                        .acceptLanguage("es-MX,en;q=0.5")
                        .call("greet", "{\"first_name\": \"Eva\"}")
                        .text())
                .isEqualTo("Saludo de parte de Acme.");
        assertThat(conversation.acceptLanguage("fr").call("refuse", "{}").text())
                .isEqualTo("Not on a Sunday.");
    }

    @Test
    void what_chatgpt_says_of_the_person_outweighs_what_the_client_accepts() {
        var answer = conversation
                .acceptLanguage("en")
                .legacy("tools/call", "{\"name\": \"refuse\", \"_meta\": {\"openai/locale\": \"es-CO\"}}");
        assertThat(answer.text()).isEqualTo("En domingo no.");
    }

    @Test
    void titles_and_descriptions_come_in_the_language_the_person_reads() {
        var tools = conversation.acceptLanguage("es").modern("tools/list", "{}").at("/result/tools");
        assertThat(tools.toString()).contains("\"Saludar\"", "\"Saluda a alguien.\"", "\"Echo\"");
    }

    static class Greetings {

        record Greet(@NotBlank String firstName, Optional<@Max(3) Integer> times, Optional<UUID> campaign) {}

        record Greeting(String greeting) {}

        @Tool(name = "greet", title = "Greet", description = "Greets someone.")
        @Spanish(title = "Saludar", description = "Saluda a alguien.")
        ToolResult<Greeting> greet(Greet greet, CallContext context) {
            var sentence = context.text("Greeted for %s.", "Saludo de parte de %s.")
                    .formatted(context.caller().tenantName());
            return ToolResult.of(new Greeting("Hello " + greet.firstName()), sentence)
                    .withMeta("example/card", "blue");
        }

        @Tool(name = "echo", title = "Echo", description = "Echoes.")
        Greeting echo(Locale locale, Caller caller) {
            return new Greeting(caller.name() + " " + locale);
        }

        @Tool(name = "refuse", title = "Refuse", description = "Refuses.")
        Greeting refuse(CallContext context) {
            throw new ToolException(context.text("Not on a Sunday.", "En domingo no."));
        }

        @Tool(name = "fail", title = "Fail", description = "Fails.")
        Greeting fail() {
            throw new IllegalStateException("a secret");
        }

        @Tool(name = "break_promise", title = "Break", description = "Answers what it did not promise.")
        @SuppressWarnings("NullAway")
        Greeting breakPromise() {
            return new Greeting(null);
        }

        @Tool(name = "ask", title = "Ask", description = "Asks.")
        Greeting ask(CallContext context) {
            return new Greeting(context.ask("roots", Question.roots()).json().toString());
        }

        @Tool(
                name = "write",
                title = "Write",
                description = "Writes.",
                scope = {Scope.TEMPLATES_READ, Scope.TEMPLATES_WRITE})
        Greeting write() {
            return new Greeting("written");
        }
    }
}
