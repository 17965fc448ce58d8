package com.siacapp.completions.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.Conversation.Answer;
import com.siacapp.People;
import com.siacapp.completions.entity.CompletePrompt;
import com.siacapp.completions.entity.CompleteResourceTemplate;
import com.siacapp.completions.entity.Suggestions;
import com.siacapp.completions.entity.Typed;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Question;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCompleteTest {

    private static final String TRIP = "{\"type\": \"ref/prompt\", \"name\": \"trip\"}";
    private static final String ROAD = "{\"type\": \"ref/resource\", \"uri\": \"siac://road/{number}\"}";
    private static final String DESK = "{\"type\": \"ref/resource\", \"uri\": \"siac://desk/{number}\"}";

    private final Conversation conversation = Conversation.of(People.vera(), new Travel());

    @Test
    void what_starts_with_the_typed_comes_before_what_only_holds_it() {
        assertThat(complete(TRIP, "country", "CO").at("/result/completion").toString())
                .isEqualTo("{\"values\":[\"Colombia\",\"Mexico\"],\"total\":2,\"hasMore\":false}");
    }

    @Test
    void what_was_chosen_before_is_known() {
        assertThat(complete(TRIP, "city", "", "{\"country\": \"Colombia\"}")
                        .at("/result/completion/values/0")
                        .asText())
                .isEqualTo("a city in Colombia for Vera");
        assertThat(complete(TRIP, "city", "").at("/result/completion/values/0").asText())
                .isEqualTo("a city in  for Vera");
    }

    @Test
    void an_answer_has_a_hundred_values_at_most_and_says_that_there_are_more() {
        var completion = complete(ROAD, "number", "").at("/result/completion");
        assertThat(completion.path("values")).hasSize(100);
        assertThat(completion.path("total").asInt()).isEqualTo(250);
        assertThat(completion.path("hasMore").asBoolean()).isTrue();
    }

    @Test
    void where_nothing_is_suggested_the_list_is_empty() {
        assertThat(complete(TRIP, "note", "x").at("/result/completion").toString())
                .isEqualTo("{\"values\":[],\"total\":0,\"hasMore\":false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"ref/prompt\", \"name\": \"novel\"}",
                "{\"type\": \"ref/resource\", \"uri\": \"siac://nothing\"}",
                "{\"type\": \"ref/tool\", \"name\": \"trip\"}",
                "{}"
            })
    void a_reference_to_nothing_is_invalid_params(String ref) {
        assertThat(complete(ref, "country", "").errorCode()).isEqualTo(-32602);
    }

    @Test
    void an_argument_there_is_not_is_invalid_params() {
        assertThat(complete(TRIP, "continent", "").errorCode()).isEqualTo(-32602);
        assertThat(complete("{\"type\": \"ref/resource\", \"uri\": \"siac://map\"}", "x", "")
                        .errorCode())
                .isEqualTo(-32602);
        assertThat(conversation
                        .modern("completion/complete", "{\"ref\": %s}".formatted(TRIP))
                        .errorCode())
                .isEqualTo(-32602);
        assertThat(complete(TRIP, "city", "", "{\"country\": 1}").errorCode()).isEqualTo(-32602);
    }

    @Test
    void what_the_role_hides_completes_like_what_is_not_there() {
        assertThat(complete(DESK, "number", "").json())
                .isEqualTo(complete("{\"type\": \"ref/resource\", \"uri\": \"siac://x/{number}\"}", "number", "")
                        .json());
        var ana = Conversation.of(People.ana(Scope.TEMPLATES_WRITE), new Travel());
        assertThat(complete(ana, DESK, "number", "", "{}")
                        .at("/result/completion/values/0")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void without_the_scope_nothing_is_suggested_and_nobody_is_sent_away_while_typing() {
        var ana = Conversation.of(People.ana(), new Travel());
        assertThat(complete(ana, DESK, "number", "", "{}").at("/result/completion/values"))
                .isEmpty();
    }

    @Test
    void completions_are_promised() {
        assertThat(conversation
                        .modern("server/discover", "{}")
                        .at("/result/capabilities/completions")
                        .isObject())
                .isTrue();
    }

    @Test
    void a_completion_of_nothing_is_refused() {
        assertRefused(new OfNothing(), "is for an argument that is nowhere declared");
        assertRefused(new Mute(), "must take Typed and answer Suggestions");
    }

    /** 2026-07-28, multi round-trip requests, supported requests. */
    @Test
    void a_completion_asks_nobody() {
        assertRefused(new Curious(), "must not take CallContext");
        var answer = Conversation.of(People.vera(), new Asking(), new Travel())
                .capabilities("{\"roots\": {}}")
                .modern("completion/complete", """
                        {"ref": {"type": "ref/prompt", "name": "trip"},
                         "argument": {"name": "note", "value": ""}}""");
        assertThat(answer.errorCode()).isEqualTo(-32603);
    }

    private static void assertRefused(Object bean, String sentence) {
        assertThatThrownBy(() -> Conversation.of(People.vera(), bean, new Travel()))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining(sentence);
    }

    private Answer complete(String ref, String argument, String value) {
        return complete(ref, argument, value, "{}");
    }

    private Answer complete(String ref, String argument, String value, String others) {
        return complete(conversation, ref, argument, value, others);
    }

    private static Answer complete(
            Conversation conversation, String ref, String argument, String value, String others) {
        return conversation.modern("completion/complete", """
                {"ref": %s, "argument": {"name": "%s", "value": "%s"}, "context": {"arguments": %s}}""".formatted(ref, argument, value, others));
    }

    static class Travel {

        record Trip(
                @Describe("Where") String country,
                @Describe("Where there") String city,
                @Describe("Anything") String note) {}

        record Numbered(int number) {}

        @Prompt(name = "trip", title = "Trip", description = "Plans a trip.")
        String trip(Trip trip) {
            return "";
        }

        @ResourceTemplate(uriTemplate = "siac://road/{number}", name = "road", title = "Road", description = "A road.")
        String road(Numbered number) {
            return "";
        }

        @ResourceTemplate(
                uriTemplate = "siac://desk/{number}",
                name = "desk",
                title = "Desk",
                description = "A desk.",
                scope = Scope.TEMPLATES_WRITE)
        String desk(Numbered number) {
            return "";
        }

        @Resource(uri = "siac://map", name = "map", title = "Map", description = "A map.")
        String map() {
            return "";
        }

        @CompletePrompt(prompt = "trip", argument = "country")
        Suggestions countries(Typed typed) {
            return Suggestions.matching(typed, List.of("Mexico", "Peru", "Colombia"));
        }

        @CompletePrompt(prompt = "trip", argument = "city")
        Suggestions cities(Typed typed, Caller caller) {
            return Suggestions.of(List.of(
                    "a city in %s for %s".formatted(typed.others().getOrDefault("country", ""), caller.name())));
        }

        @CompleteResourceTemplate(uriTemplate = "siac://road/{number}", variable = "number")
        Suggestions roads(Typed typed) {
            return numbers();
        }

        @CompleteResourceTemplate(uriTemplate = "siac://desk/{number}", variable = "number")
        Suggestions desks(Typed typed) {
            return numbers();
        }

        private static Suggestions numbers() {
            return Suggestions.of(
                    IntStream.rangeClosed(1, 250).mapToObj(Integer::toString).toList());
        }
    }

    static class OfNothing {
        @CompletePrompt(prompt = "trip", argument = "continent")
        Suggestions continents(Typed typed) {
            return Suggestions.NONE;
        }
    }

    static class Mute {
        @CompletePrompt(prompt = "trip", argument = "note")
        String notes(Typed typed) {
            return "";
        }
    }

    static class Curious {
        @CompletePrompt(prompt = "trip", argument = "note")
        Suggestions notes(Typed typed, CallContext context) {
            return Suggestions.NONE;
        }
    }

    static class Asking {
        @CompletePrompt(prompt = "trip", argument = "note")
        Suggestions notes(Typed typed) {
            throw new InputRequired(Map.of("roots", Question.roots()));
        }
    }
}
