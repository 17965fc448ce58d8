package com.siacapp.tools.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.prompts.entity.PromptMessage;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Content.Audience;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.ResourceContents;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolContentTest {

    private static final byte[] BYTES = "bytes".getBytes(UTF_8);

    private final Conversation conversation = Conversation.of(People.vera(), new Studio());

    @Test
    void a_text_alone_is_a_text_without_structure_and_schema() {
        assertThat(conversation.call("text", "{}").at("/result/content").toString())
                .isEqualTo("[{\"type\":\"text\",\"text\":\"a text\"}]");
        assertThat(conversation.call("text", "{}").at("/result").has("structuredContent"))
                .isFalse();
        assertThat(conversation.listed("text").has("outputSchema")).isFalse();
    }

    @Test
    void pictures_and_sounds_come_in_base64_with_their_type() {
        assertThat(conversation.call("image", "{}").at("/result/content").toString())
                .isEqualTo("[{\"type\":\"image\",\"data\":\"Ynl0ZXM=\",\"mimeType\":\"image/png\"}]");
        assertThat(conversation.call("audio", "{}").at("/result/content").toString())
                .isEqualTo("[{\"type\":\"audio\",\"data\":\"Ynl0ZXM=\",\"mimeType\":\"audio/wav\"}]");
    }

    @Test
    void blocks_come_in_their_order_and_with_their_hints() {
        var content = conversation.call("mixed", "{}").at("/result/content");
        assertThat(content.findValuesAsText("type")).containsExactly("text", "image", "resource", "resource_link");
        assertThat(content.at("/0/annotations").toString())
                .isEqualTo("{\"priority\":0.5,\"audience\":[\"user\",\"assistant\"]}");
        assertThat(content.at("/2/resource").toString())
                .isEqualTo("{\"uri\":\"test://mixed\",\"mimeType\":\"application/json\",\"text\":\"{}\"}");
        assertThat(content.at("/3").toString())
                .isEqualTo(
                        "{\"type\":\"resource_link\",\"uri\":\"siac://x\",\"name\":\"x\",\"mimeType\":\"text/plain\"}");
    }

    @Test
    void a_record_may_have_a_picture_beside_it() {
        var result = conversation.call("pictured", "{}").at("/result");
        assertThat(result.path("content").findValuesAsText("type")).containsExactly("text", "image");
        assertThat(result.path("structuredContent").toString()).isEqualTo("{\"name\":\"a dot\"}");
    }

    @Test
    void a_value_that_is_no_object_is_structure_to_modern_clients_and_text_to_older_ones() {
        assertThat(conversation
                        .call("numbers", "{}")
                        .at("/result/structuredContent")
                        .toString())
                .isEqualTo("[1,2]");
        assertThat(conversation.listed("numbers").at("/outputSchema/type").asText())
                .isEqualTo("array");
        var older = conversation
                .version("2025-11-25")
                .legacy("tools/call", "{\"name\": \"numbers\"}")
                .at("/result");
        assertThat(older.toString()).isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"[1,2]\"}]}");
        assertThat(conversation.legacy("tools/list", "{}").at("/result/tools").findParents("outputSchema"))
                .extracting(tool -> tool.path("name").asText())
                .containsExactly("pictured");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-11-05 | text | A sound: audio/wav",
                "2025-03-26 | audio | ''",
                "2025-06-18 | audio | ''",
                "2025-11-25 | audio | ''",
            })
    void clients_that_know_no_sounds_get_a_text(String version, String type, String text) {
        var tool = older(version, "tools/call", "audio", "/result/content/0");
        assertThat(tool.path("type").asText()).isEqualTo(type);
        assertThat(tool.path("text").asText()).isEqualTo(text);
        assertThat(older(version, "prompts/get", "sung", "/result/messages/0/content"))
                .isEqualTo(tool);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-11-05 | text | x: siac://x",
                "2025-03-26 | text | x: siac://x",
                "2025-06-18 | resource_link | ''",
                "2025-11-25 | resource_link | ''",
            })
    void clients_that_know_no_links_get_a_text(String version, String type, String text) {
        var tool = older(version, "tools/call", "linked", "/result/content/0");
        assertThat(tool.path("type").asText()).isEqualTo(type);
        assertThat(tool.path("text").asText()).isEqualTo(text);
        assertThat(tool.at("/annotations/priority").asDouble()).isEqualTo(0.5);
        assertThat(older(version, "prompts/get", "pointed", "/result/messages/0/content"))
                .isEqualTo(tool);
    }

    @Test
    void a_text_for_a_sound_is_in_the_persons_language() {
        conversation.acceptLanguage("es");
        assertThat(older("2024-11-05", "tools/call", "audio", "/result/content/0/text")
                        .asText())
                .isEqualTo("Un sonido: audio/wav");
    }

    private JsonNode older(String version, String method, String name, String pointer) {
        return conversation
                .version(version)
                .legacy(method, "{\"name\": \"%s\"}".formatted(name))
                .at(pointer);
    }

    static class Studio {

        record Named(String name) {}

        @Tool(name = "text", title = "Text", description = "Says.")
        @Icon(value = "dot.png", sizes = "1x1", theme = Icon.Theme.DARK)
        String text() {
            return "a text";
        }

        @Tool(name = "image", title = "Image", description = "Draws.")
        Content image() {
            return Content.image(BYTES, "image/png");
        }

        @Tool(name = "audio", title = "Audio", description = "Sings.")
        Content audio() {
            return Content.audio(BYTES, "audio/wav");
        }

        @Tool(name = "mixed", title = "Mixed", description = "Does all.")
        List<Content> mixed() {
            return List.of(
                    Content.text("All:").with(0.5, Audience.USER, Audience.ASSISTANT),
                    Content.image(BYTES, "image/png"),
                    Content.embedded(ResourceContents.text("test://mixed", "application/json", "{}")),
                    Content.link("siac://x", "x", "text/plain"));
        }

        @Tool(name = "pictured", title = "Pictured", description = "Names and draws.")
        ToolResult<Named> pictured() {
            return ToolResult.of(new Named("a dot"), "A dot.").with(Content.image(BYTES, "image/png"));
        }

        @Tool(name = "numbers", title = "Numbers", description = "Counts.")
        List<Integer> numbers() {
            return List.of(1, 2);
        }

        @Tool(name = "linked", title = "Linked", description = "Points.")
        Content linked() {
            return Content.link("siac://x", "x", "text/plain").with(0.5);
        }

        @Prompt(name = "sung", title = "Sung", description = "Sings.")
        PromptMessage sung() {
            return PromptMessage.user(audio());
        }

        @Prompt(name = "pointed", title = "Pointed", description = "Points.")
        PromptMessage pointed() {
            return PromptMessage.user(linked());
        }
    }
}
