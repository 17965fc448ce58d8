package com.siacapp.tools.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.Meta;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import com.siacapp.tools.entity.Tool;
import org.junit.jupiter.api.Test;

/** What clients show of tools and resources beside their texts: icons, views, and what else stands in {@code _meta}. */
class PresentationTest {

    private static final byte[] BYTES = "bytes".getBytes(UTF_8);

    private final Conversation conversation = Conversation.of(People.vera(), new Studio());

    @Test
    void an_icon_is_part_of_the_list() {
        var icon = conversation.listed("text").at("/icons/0");
        assertThat(icon.path("src").asText()).startsWith("data:image/png;base64,iVBOR");
        assertThat(icon.path("mimeType").asText()).isEqualTo("image/png");
        assertThat(icon.path("sizes").toString()).isEqualTo("[\"1x1\"]");
        assertThat(icon.path("theme").asText()).isEqualTo("dark");
        assertThat(conversation.listed("image").has("icons")).isFalse();
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
        assertThat(conversation.listed("shown").path("_meta").toString())
                .contains(
                        "\"ui\":{\"resourceUri\":\"ui://siac/card-1\",\"visibility\":[\"model\",\"app\"]}",
                        "\"openai/outputTemplate\":\"ui://siac/card-1\"",
                        "\"openai/widgetAccessible\":true",
                        "\"openai/visibility\":\"public\"");
        assertThat(conversation.listed("clicked").path("_meta").toString())
                .contains("\"visibility\":[\"app\"]", "\"openai/visibility\":\"private\"");
        assertThat(conversation.listed("text").path("_meta").has("ui")).isFalse();
    }

    @Test
    void a_view_says_how_it_is_framed_in_the_list_and_with_its_contents() {
        var listed = conversation.modern("resources/list", "{}").at("/result/resources/1");
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
    void a_view_may_say_what_it_needs_and_shows() {
        var meta = conversation
                .modern("resources/read", "{\"uri\": \"ui://siac/camera-1\"}")
                .at("/result/contents/0/_meta");
        assertThat(meta.at("/ui/permissions").toString()).isEqualTo("{\"camera\":{},\"clipboardWrite\":{}}");
        assertThat(meta.at("/openai~1widgetCSP/redirect_domains").toString()).isEqualTo("[\"https://pay.example\"]");
        assertThat(meta.path("openai/widgetDescription").asText()).isEqualTo("Takes a picture.");
    }

    @Test
    void a_tool_says_what_it_does_in_the_persons_language_and_which_arguments_are_files() {
        assertThat(conversation.listed("sent").path("_meta").toString())
                .contains(
                        "\"openai/toolInvocation/invoking\":\"Sending…\"",
                        "\"openai/toolInvocation/invoked\":\"Sent\"",
                        "\"openai/fileParams\":[\"picture\"]");
        conversation.acceptLanguage("es");
        assertThat(conversation.listed("sent").path("_meta").toString())
                .contains(
                        "\"openai/toolInvocation/invoking\":\"Enviando…\"",
                        "\"openai/toolInvocation/invoked\":\"Enviado\"");
        assertThat(conversation.listed("text").path("_meta").toString()).doesNotContain("toolInvocation", "fileParams");
    }

    @Test
    void whatever_else_clients_read_can_be_declared() {
        assertThat(conversation
                        .listed("sent")
                        .path("_meta")
                        .path("openai/profile")
                        .asBoolean())
                .isTrue();
        assertThat(conversation.listed("sent").path("_meta").has("securitySchemes"))
                .isTrue();
        var camera = conversation.modern("resources/list", "{}").at("/result/resources/0");
        assertThat(camera.at("/_meta/example~1order").toString()).isEqualTo("[1,2]");
        assertThat(camera.at("/_meta").has("ui")).isTrue();
    }

    @Test
    void a_resource_may_say_how_large_it_is_and_whom_it_is_for() {
        var camera = conversation.modern("resources/list", "{}").at("/result/resources/0");
        assertThat(camera.path("size").asInt()).isEqualTo(3);
        assertThat(camera.path("annotations").toString())
                .isEqualTo("{\"audience\":[\"user\"],\"priority\":0.5,\"lastModified\":\"2026-11-22T00:00:00Z\"}");
        var card = conversation.modern("resources/list", "{}").at("/result/resources/1");
        assertThat(card.has("size")).isFalse();
        assertThat(card.has("annotations")).isFalse();
        assertThat(conversation
                        .modern("resources/templates/list", "{}")
                        .at("/result/resourceTemplates/0/annotations")
                        .toString())
                .isEqualTo("{\"audience\":[\"assistant\"]}");
    }

    static class Studio {

        record Picture(ObjectNode picture) {}

        record Numbered(int number) {}

        @Tool(name = "text", title = "Text", description = "Says.")
        @Icon(value = "dot.png", sizes = "1x1", theme = Icon.Theme.DARK)
        String text() {
            return "a text";
        }

        @Tool(name = "image", title = "Image", description = "Draws.")
        Content image() {
            return Content.image(BYTES, "image/png");
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

        @Tool(
                name = "sent",
                title = "Sent",
                description = "Sends.",
                status =
                        @Tool.Status(
                                invoking = "Sending…",
                                invokingInSpanish = "Enviando…",
                                invoked = "Sent",
                                invokedInSpanish = "Enviado"),
                fileParams = "picture")
        @Meta(key = "openai/profile", json = "true")
        String sent(Picture picture) {
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

        @Resource(
                uri = "ui://siac/camera-1",
                name = "camera",
                title = "Camera",
                description = "Takes.",
                mimeType = Resource.VIEW,
                size = 3,
                annotations =
                        @Resource.Annotations(
                                audience = Content.Audience.USER,
                                priority = 0.5,
                                lastModified = "2026-11-22T00:00:00Z"),
                view =
                        @Resource.View(
                                redirectDomains = "https://pay.example",
                                permissions = {Resource.Permission.CAMERA, Resource.Permission.CLIPBOARD_WRITE},
                                description = "Takes a picture."))
        @Meta(key = "example/order", json = "[1, 2]")
        String camera() {
            return "<p>";
        }

        @ResourceTemplate(
                uriTemplate = "siac://x/{number}",
                name = "x",
                title = "X",
                description = "x",
                annotations = @Resource.Annotations(audience = Content.Audience.ASSISTANT))
        String numbered(Numbered number) {
            return "";
        }
    }
}
