package com.siacapp.prompts.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.installation.boundary.HelpPrompt;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.prompts.entity.PromptMessage;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.ResourceContents;
import com.siacapp.templates.boundary.TemplatePrompts;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

    private final Conversation conversation =
            Conversation.of(People.vera(), new Poems(), new HelpPrompt(), new TemplatePrompts());

    @Test
    void a_prompt_lists_its_arguments_and_which_of_them_it_needs() {
        var prompts = conversation.modern("prompts/list", "{}").at("/result/prompts");
        assertThat(prompts.findValuesAsText("name")).contains("draft_template", "poem", "siac_help");
        assertThat(prompts.toString())
                .contains(
                        "{\"name\":\"main_theme\",\"description\":\"What about\",\"required\":true}",
                        "{\"name\":\"form\",\"description\":\"Which form\",\"required\":false}");
    }

    @Test
    void a_prompt_becomes_the_persons_message() {
        var answer = get("poem", "{\"main_theme\": \"rain\"}");
        assertThat(answer.at("/result/messages").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"A poem about rain\"}}]");
    }

    @Test
    void a_prompt_may_be_a_whole_conversation_with_pictures_and_resources() {
        var messages = get("scene", "{}").at("/result/messages");
        assertThat(messages.findValuesAsText("role")).containsExactly("user", "user", "assistant");
        assertThat(messages.at("/0/content").toString())
                .isEqualTo("{\"type\":\"resource\",\"resource\":"
                        + "{\"uri\":\"siac://stage\",\"mimeType\":\"text/plain\",\"text\":\"dark\"}}");
        assertThat(messages.at("/1/content").toString())
                .isEqualTo("{\"type\":\"image\",\"data\":\"AQ==\",\"mimeType\":\"image/png\"}");
        assertThat(messages.at("/2/content/text").asText()).isEqualTo("Curtain.");
        assertThat(get("picture", "{}").at("/result/messages/0/content/type").asText())
                .isEqualTo("image");
    }

    @Test
    void an_argument_may_have_another_name_on_the_wire() {
        assertThat(get("quote", "{\"authorName\": \"Sor Juana\"}")
                        .at("/result/messages/0/content/text")
                        .asText())
                .isEqualTo("Sor Juana");
    }

    @Test
    void arguments_that_break_a_constraint_are_invalid_params_that_say_why() {
        var answer = get("haiku", "{\"syllables\": \"seven\"}");
        assertThat(answer.errorCode()).isEqualTo(-32602);
        assertThat(answer.at("/error/message").asText()).contains("syllables: ");
        assertThat(get("haiku", "{\"syllables\": \"7\"}").json().has("result")).isTrue();
    }

    @Test
    void a_prompt_the_role_hides_is_as_unknown_and_one_the_token_lacks_a_scope_for_asks_for_it() {
        assertThat(conversation
                        .modern("prompts/list", "{}")
                        .at("/result/prompts")
                        .toString())
                .contains("\"diary\"")
                .doesNotContain("\"manuscript\"");
        assertThat(get("manuscript", "{}").json()).isEqualTo(get("novel", "{}").json());
        assertThatThrownBy(() -> get("diary", "{}")).isInstanceOf(InsufficientScope.class);
    }

    @Test
    void an_answer_that_is_no_message_is_refused() {
        assertThatThrownBy(() -> Conversation.of(People.vera(), new Wordless()))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("must answer a String, a PromptMessage or a list of them");
    }

    @Test
    void our_prompts_speak_both_languages() {
        var arguments = "{\"objective\": \"vender\", \"language\": \"es\", \"category\": \"MARKETING\"}";
        assertThat(get("draft_template", arguments).toString()).contains("Objective: vender");
        conversation.acceptLanguage("es");
        assertThat(get("draft_template", arguments).toString()).contains("Objetivo: vender");
        assertThat(get("siac_help", "{}").toString()).contains("dime en pocas líneas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"main_theme\": 1}", "{\"main_theme\": \"rain\", \"rhyme\": \"yes\"}", "[]"})
    void arguments_that_do_not_fit_are_invalid_params(String arguments) {
        assertThat(get("poem", arguments).errorCode()).isEqualTo(-32602);
    }

    @Test
    void an_unknown_prompt_is_invalid_params() {
        assertThat(get("novel", "{}").errorCode()).isEqualTo(-32602);
    }

    @Test
    void an_argument_that_is_no_text_is_refused() {
        assertThatThrownBy(() -> Conversation.of(People.vera(), new Counted()))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining("must be a String");
    }

    private Conversation.Answer get(String name, String arguments) {
        return conversation.modern("prompts/get", "{\"name\": \"%s\", \"arguments\": %s}".formatted(name, arguments));
    }

    static class Poems {

        record Poem(
                @Describe("What about") String mainTheme,
                @Describe("Which form") Optional<String> form) {}

        @Prompt(name = "poem", title = "Poem", description = "Writes a poem.")
        String poem(Poem poem) {
            return "A %s about %s".formatted(poem.form().orElse("poem"), poem.mainTheme());
        }

        record Quote(
                @Describe("Of whom") @JsonProperty("authorName")
                String author) {}

        @Prompt(name = "quote", title = "Quote", description = "Quotes.")
        String quote(Quote quote) {
            return quote.author();
        }

        record Haiku(
                @Describe("How many") @Pattern(regexp = "[0-9]+")
                String syllables) {}

        @Prompt(name = "haiku", title = "Haiku", description = "Writes a haiku.")
        String haiku(Haiku haiku) {
            return "";
        }

        @Prompt(name = "scene", title = "Scene", description = "Plays a scene.")
        List<PromptMessage> scene() {
            return List.of(
                    PromptMessage.user(Content.embedded(ResourceContents.text("siac://stage", "text/plain", "dark"))),
                    PromptMessage.user(Content.image(new byte[] {1}, "image/png")),
                    PromptMessage.assistant(Content.text("Curtain.")));
        }

        @Prompt(name = "picture", title = "Picture", description = "Shows.")
        PromptMessage picture() {
            return PromptMessage.user(Content.image(new byte[] {1}, "image/png"));
        }

        @Prompt(name = "diary", title = "Diary", description = "Reads.", scope = Scope.AUDIENCE_READ)
        String diary() {
            return "";
        }

        @Prompt(name = "manuscript", title = "Manuscript", description = "Writes.", scope = Scope.TEMPLATES_WRITE)
        String manuscript() {
            return "";
        }
    }

    static class Wordless {
        @Prompt(name = "wordless", title = "Wordless", description = "Says nothing.")
        int wordless() {
            return 1;
        }
    }

    static class Counted {

        record Count(@Describe("How many") int number) {}

        @Prompt(name = "counted", title = "Counted", description = "Counts.")
        String count(Count count) {
            return "";
        }
    }
}
