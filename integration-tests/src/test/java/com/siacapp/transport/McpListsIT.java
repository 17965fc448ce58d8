package com.siacapp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.Person;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the deployed EAR offers: every declared tool, resource and prompt was found. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class McpListsIT {

    private static final String OF_THE_SUITE = "json_schema_2020_12_tool|greet|slow_compute|failing_job"
            + "|protocol_error_job|confirm_delete|multi_input";

    private static final String OF_THE_GUIDE = "siac_copy_template";

    @Test
    void tools_are_listed_in_order_with_schemas_hints_and_scopes() {
        var tools = ofTheProduct(result("tools/list", Map.of()).path("tools"), "name");
        assertThat(tools)
                .extracting(tool -> tool.path("name").asText())
                .containsExactly(
                        "siac_get_system_info",
                        "siac_get_template",
                        "siac_get_user_info",
                        "siac_list_templates",
                        "siac_save_template_draft",
                        "siac_validate_template");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.path("description").asText()).isNotEmpty();
            assertThat(tool.at("/inputSchema/type").asText()).isEqualTo("object");
            assertThat(tool.at("/outputSchema/type").asText()).isEqualTo("object");
            assertThat(tool.path("annotations").fieldNames())
                    .toIterable()
                    .contains("readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
            assertThat(tool.at("/securitySchemes/0/type").asText()).isEqualTo("oauth2");
        });
    }

    @Test
    void resources_and_prompts_are_listed() {
        assertThat(ofTheProduct(result("resources/list", Map.of()).path("resources"), "uri"))
                .extracting(resource -> resource.path("uri").asText())
                .containsExactlyInAnyOrder("siac://rules/whatsapp-templates", "siac://system/status");
        var templates = result("resources/templates/list", Map.of()).path("resourceTemplates");
        assertThat(ofTheProduct(templates, "uriTemplate"))
                .extracting(template -> template.path("uriTemplate").asText())
                .containsExactly("siac://templates/{template_id}");
        var prompts = ofTheProduct(result("prompts/list", Map.of()).path("prompts"), "name");
        assertThat(prompts)
                .extracting(prompt -> prompt.path("name").asText())
                .containsExactly("draft_template", "improve_template", "siac_help");
    }

    @Test
    void a_prompt_is_filled_in_with_its_arguments() {
        var arguments = Map.of("objective", "tell people their order left", "language", "es", "category", "UTILITY");
        var prompt = result("prompts/get", Map.of("name", "draft_template", "arguments", arguments));
        assertThat(prompt.at("/messages/0/content/text").asText()).contains("tell people their order left");
        assertThat(result("prompts/get", Map.of("name", "siac_help")).path("messages"))
                .isNotEmpty();
    }

    @Test
    void the_icon_of_the_server_can_be_fetched_by_anybody() {
        var icon = result(
                        "initialize",
                        Map.of(
                                "protocolVersion", "2025-11-25",
                                "capabilities", Map.of(),
                                "clientInfo", Map.of("name", "test", "version", "1")))
                .at("/serverInfo/icons/0");
        var path = URI.create(icon.path("src").asText()).getPath();
        var picture = Http.send(path, "GET", BodyPublishers.noBody(), request -> request);
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type"))
                .isEqualTo(icon.path("mimeType").asText());
    }

    /** Without what the tests added, for the conformance suite and for themselves. */
    private static List<JsonNode> ofTheProduct(JsonNode listed, String key) {
        return StreamSupport.stream(listed.spliterator(), false)
                .filter(entry ->
                        !entry.path(key).asText().matches("test(_|://).*|" + OF_THE_SUITE + "|" + OF_THE_GUIDE))
                .toList();
    }

    private static JsonNode result(String method, Map<String, ?> params) {
        var answer = Mcp.as(Person.AUTHOR).request(method, params);
        assertThat(answer.json().has("result")).as(answer.toString()).isTrue();
        return answer.json().path("result");
    }
}
