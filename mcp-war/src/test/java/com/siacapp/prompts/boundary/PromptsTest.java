package com.siacapp.prompts.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.installation.boundary.HelpPrompt;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.templates.boundary.TemplatePrompts;
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
    }

    static class Counted {

        record Count(@Describe("How many") int number) {}

        @Prompt(name = "counted", title = "Counted", description = "Counts.")
        String count(Count count) {
            return "";
        }
    }
}
