package com.siacapp.tools.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Content.Audience;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.ResourceContents;
import com.siacapp.resources.entity.Resource;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import jakarta.validation.constraints.AssertTrue;
import java.io.IOException;
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
        assertThat(listed("text").has("outputSchema")).isFalse();
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
        assertThat(listed("numbers").at("/outputSchema/type").asText()).isEqualTo("array");
        var older = conversation
                .version("2025-11-25")
                .legacy("tools/call", "{\"name\": \"numbers\"}")
                .at("/result");
        assertThat(older.toString()).isEqualTo("{\"content\":[{\"type\":\"text\",\"text\":\"[1,2]\"}]}");
        assertThat(conversation.legacy("tools/list", "{}").at("/result/tools").findParents("outputSchema"))
                .extracting(tool -> tool.path("name").asText())
                .containsExactly("pictured");
    }

    @Test
    void a_schema_of_its_own_is_published_as_it_is() throws IOException {
        try (var file = ToolContentTest.class.getResourceAsStream("contact.json")) {
            assertThat(listed("contact").path("inputSchema")).isEqualTo(Json.MAPPER.readTree(file));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contactMethod': 'phone', 'phone': '1', 'address': {'city': 'Lima'}} | 1",
                "{'email': 'a@b.example'} | a@b.example",
            })
    void a_schema_of_its_own_is_kept(String arguments, String reached) {
        assertThat(conversation.call("contact", arguments.replace('\'', '"')).text())
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'contactMethod': 'phone', 'email': 'a@b.example'} | phone",
                "{'name': 'Eva'} | phone",
                "{'email': 'a@b.example', 'address': {'city': 1}} | address.city",
                "{'email': 'a@b.example', 'fax': '1'} | fax",
            })
    void a_schema_of_its_own_refuses_what_breaks_it(String arguments, String named) {
        var answer = conversation.call("contact", arguments.replace('\'', '"'));
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text()).contains(named);
    }

    @Test
    void a_constraint_no_schema_can_say_is_an_error_the_model_can_act_on_in_the_persons_language() {
        var answer = conversation.call("between", "{\"first\": 2, \"last\": 1}");
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.text())
                .isEqualTo("The arguments break these rules:\n- ordered: the first must come before the last");
        var spanish = conversation.acceptLanguage("es").call("between", "{\"first\": 2, \"last\": 1}");
        assertThat(spanish.text()).contains("- ordered: el primero debe ir antes que el último");
        assertThat(conversation.call("between", "{\"first\": 1, \"last\": 2}").text())
                .isEqualTo("1 to 2");
    }

    @Test
    void an_icon_is_part_of_the_list() {
        var icon = listed("text").at("/icons/0");
        assertThat(icon.path("src").asText()).startsWith("data:image/png;base64,iVBOR");
        assertThat(icon.path("mimeType").asText()).isEqualTo("image/png");
        assertThat(icon.path("sizes").toString()).isEqualTo("[\"1x1\"]");
        assertThat(icon.path("theme").asText()).isEqualTo("dark");
        assertThat(listed("image").has("icons")).isFalse();
    }

    @Test
    void the_server_has_an_icon_in_both_eras() {
        assertThat(conversation
                        .modern("tools/list", "{}")
                        .at("/result/_meta/io.modelcontextprotocol~1serverInfo/icons/0")
                        .toString())
                .isEqualTo(
                        "{\"src\":\"https://api.example/logo.svg\",\"mimeType\":\"image/svg+xml\",\"sizes\":[\"any\"]}");
        assertThat(conversation
                        .version(null)
                        .legacy("initialize", "{\"protocolVersion\": \"2025-11-25\"}")
                        .at("/result/serverInfo/icons"))
                .hasSize(1);
    }

    @Test
    void a_tool_and_its_view_name_each_other_as_clients_of_today_and_of_yesterday_read_it() {
        assertThat(listed("shown").path("_meta").toString())
                .contains(
                        "\"ui\":{\"resourceUri\":\"ui://siac/card-1\",\"visibility\":[\"model\",\"app\"]}",
                        "\"openai/outputTemplate\":\"ui://siac/card-1\"",
                        "\"openai/widgetAccessible\":true",
                        "\"openai/visibility\":\"public\"");
        assertThat(listed("clicked").path("_meta").toString())
                .contains("\"visibility\":[\"app\"]", "\"openai/visibility\":\"private\"");
        assertThat(listed("text").path("_meta").has("ui")).isFalse();
    }

    @Test
    void a_view_says_how_it_is_framed_in_the_list_and_with_its_contents() {
        var listed = conversation.modern("resources/list", "{}").at("/result/resources/0");
        assertThat(listed.path("mimeType").asText()).isEqualTo("text/html;profile=mcp-app");
        var contents = conversation
                .modern("resources/read", "{\"uri\": \"ui://siac/card-1\"}")
                .at("/result/contents/0");
        assertThat(contents.path("text").asText()).isEqualTo("<p>");
        assertThat(contents.path("_meta")).isEqualTo(listed.path("_meta"));
        assertThat(contents.at("/_meta/ui").toString())
                .isEqualTo(
                        "{\"prefersBorder\":true,\"domain\":\"https://siac.example\",\"csp\":{\"connectDomains\":"
                                + "[\"https://api.example\"],\"resourceDomains\":[],\"frameDomains\":[],\"baseUriDomains\":[]}}");
        assertThat(contents.at("/_meta/openai~1widgetCSP/connect_domains/0").asText())
                .isEqualTo("https://api.example");
    }

    @Test
    void the_extension_of_views_is_promised_where_there_are_views_only() {
        var pointer = "/result/capabilities/extensions/io.modelcontextprotocol~1ui";
        assertThat(conversation.modern("server/discover", "{}").at(pointer).toString())
                .isEqualTo("{\"mimeTypes\":[\"text/html;profile=mcp-app\"]}");
        assertThat(Conversation.of(People.vera())
                        .modern("server/discover", "{}")
                        .at(pointer)
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void what_clients_could_not_use_is_refused_at_the_start() {
        assertRefused(new Viewless(), "has a view that is none: ui://nowhere");
        assertRefused(new NoView(), "is a view, with ui:// and its MIME type, or none");
        assertRefused(new Iconless(), "There is no icon nothing.png");
        assertRefused(new Schemaless(), "has a schema of its own, or takes no JSON");
        assertRefused(new LostSchema(), "There is no schema lost.json");
    }

    private static void assertRefused(Object bean, String sentence) {
        assertThatThrownBy(() -> Conversation.of(People.vera(), bean))
                .isInstanceOf(BrokenDeclaration.class)
                .hasMessageContaining(sentence);
    }

    private JsonNode listed(String tool) {
        for (var listed : conversation.modern("tools/list", "{}").at("/result/tools")) {
            if (listed.path("name").asText().equals(tool)) {
                return listed;
            }
        }
        throw new AssertionError("No such tool is listed: " + tool);
    }

    static class Studio {

        record Named(String name) {}

        record Range(int first, int last) {
            @AssertTrue(message = "{siac.test.ordered}")
            boolean isOrdered() {
                return first < last;
            }
        }

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

        @Tool(name = "contact", title = "Contact", description = "Reaches.", inputSchema = "contact.json")
        String contact(ObjectNode arguments) {
            return arguments.path("phone").asText(arguments.path("email").asText());
        }

        @Tool(name = "between", title = "Between", description = "Ranges.")
        String between(Range range) {
            return range.first() + " to " + range.last();
        }

        @Tool(name = "shown", title = "Shown", description = "Shows.", view = @Tool.View(uri = "ui://siac/card-1"))
        String shown() {
            return "";
        }

        @Tool(
                name = "clicked",
                title = "Clicked",
                description = "Clicks.",
                view = @Tool.View(uri = "ui://siac/card-1", visibility = Tool.Visibility.APP))
        String clicked() {
            return "";
        }

        @Resource(
                uri = "ui://siac/card-1",
                name = "card",
                title = "Card",
                description = "Shows.",
                mimeType = Resource.VIEW,
                view =
                        @Resource.View(
                                connectDomains = "https://api.example",
                                domain = "https://siac.example",
                                prefersBorder = true))
        String card() {
            return "<p>";
        }
    }

    static class Viewless {
        @Tool(name = "a", title = "A", description = "a", view = @Tool.View(uri = "ui://nowhere"))
        String tool() {
            return "";
        }
    }

    static class NoView {
        @Resource(uri = "ui://x", name = "x", title = "X", description = "x", mimeType = Resource.VIEW)
        String page() {
            return "";
        }
    }

    static class Iconless {
        @Tool(name = "a", title = "A", description = "a")
        @Icon("nothing.png")
        String tool() {
            return "";
        }
    }

    static class Schemaless {
        @Tool(name = "a", title = "A", description = "a")
        String tool(ObjectNode anything) {
            return "";
        }
    }

    static class LostSchema {
        @Tool(name = "a", title = "A", description = "a", inputSchema = "lost.json")
        String tool(ObjectNode anything) {
            return "";
        }
    }
}
