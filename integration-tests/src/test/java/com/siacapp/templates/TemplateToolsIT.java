package com.siacapp.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The template tools on the real server and database. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TemplateToolsIT {

    @Test
    void a_template_is_checked_by_metas_rules_and_kept_nowhere() {
        var author = Mcp.as(Person.AUTHOR);
        var result = Database.unchangedBy(() -> author.result("siac_validate_template", order("{{1}}, your order")));
        var checked = result.path("structuredContent");
        assertThat(checked.path("validation_status").asText()).isEqualTo("FAILED");
        assertThat(checked.path("passed_internal_checks").asBoolean()).isFalse();
        assertThat(checked.path("category").asText()).isEqualTo("UTILITY");
        assertThat(checked.path("findings").findValuesAsText("rule")).contains("body.variable_at_start");
        assertThat(checked.path("findings").get(0).path("remedy").asText()).isNotEmpty();
        assertThat(result.path("content").get(0).path("text").asText()).isNotEmpty();
    }

    @Test
    void the_dotted_name_of_the_original_is_accepted() {
        var checked = Mcp.as(Person.VIEWER).result("siac.validate_template", order("Your order is on its way today."));
        assertThat(checked.at("/structuredContent/validation_status").asText()).isEqualTo("SUCCESS");
    }

    @Test
    void arguments_that_break_the_schema_are_an_error_the_model_can_act_on() {
        var author = Mcp.as(Person.AUTHOR);
        var result = Database.unchangedBy(() -> author.result("siac_validate_template", Map.of("body_text", 7)));
        assertThat(result.path("isError").asBoolean()).isTrue();
        assertThat(result.at("/content/0/text").asText())
                .contains("template_name")
                .contains("body_text");
    }

    @Test
    void a_draft_is_saved_listed_and_read() {
        var author = Mcp.as(Person.AUTHOR, "siac.templates.read", "siac.templates.write");
        var draft = order("Your order is on its way today.");
        var saved = author.result("siac_save_template_draft", draft).path("structuredContent");
        assertThat(saved.path("state").asText()).isEqualTo("DRAFT");
        var id = saved.path("template_id").asText();
        var read = author.result("siac_get_template", Map.of("template_id", id)).path("structuredContent");
        assertThat(read.toString()).contains("Your order is on its way today.");
        var listed = author.result("siac_list_templates", Map.of()).path("structuredContent");
        assertThat(listed.findValuesAsText("template_id")).contains(id);
        var again = author.result("siac_save_template_draft", draft).path("structuredContent");
        assertThat(again.path("template_id").asText()).isEqualTo(id);
    }

    @Test
    void another_company_sees_nothing_of_it() {
        var author = Mcp.as(Person.AUTHOR, "siac.templates.read", "siac.templates.write");
        var draft = order("Your order is on its way today.");
        var id = author.result("siac_save_template_draft", draft)
                .at("/structuredContent/template_id")
                .asText();

        var stranger = Mcp.as(Person.STRANGER, "siac.templates.read", "siac.templates.write");
        var byId = Database.unchangedBy(() -> stranger.result("siac_get_template", Map.of("template_id", id)));
        var unknown = stranger.result(
                "siac_get_template", Map.of("template_id", UUID.randomUUID().toString()));
        assertThat(byId.path("isError").asBoolean()).isTrue();
        assertThat(byId.toString().replace(id, "ID"))
                .as("a foreign id answers like one that never was")
                .isEqualTo(unknown.toString().replaceAll("[0-9a-f-]{36}", "ID"));
        var byName = stranger.result(
                "siac_get_template",
                Map.of("template_name", draft.get("template_name"), "language_code", draft.get("language_code")));
        assertThat(byName.path("isError").asBoolean()).isTrue();
        assertThat(stranger.result("siac_list_templates", Map.of()).toString()).doesNotContain(id);

        var own = stranger.result("siac_save_template_draft", draft)
                .at("/structuredContent/template_id")
                .asText();
        assertThat(own).as("the same name is free in another company").isNotEqualTo(id);
    }

    @Test
    void a_template_is_a_resource_of_its_company() {
        var author = Mcp.as(Person.AUTHOR, "siac.templates.read", "siac.templates.write");
        var id = author.result("siac_save_template_draft", order("Your order is on its way today."))
                .at("/structuredContent/template_id")
                .asText();
        var uri = Map.of("uri", "siac://templates/" + id);
        assertThat(author.request("resources/read", uri)
                        .json()
                        .at("/result/contents/0/text")
                        .asText())
                .contains("Your order is on its way today.");
        var stranger = Mcp.as(Person.STRANGER, "siac.templates.read");
        assertThat(stranger.request("resources/read", uri)
                        .json()
                        .at("/error/code")
                        .asInt())
                .isEqualTo(-32002);
    }

    @Test
    void names_and_languages_of_templates_are_suggested_to_their_company_alone() {
        var author = Mcp.as(Person.AUTHOR, "siac.templates.read", "siac.templates.write");
        var draft = order("Your order is on its way today.");
        var name = Objects.requireNonNull(draft.get("template_name")).toString();
        author.result("siac_save_template_draft", draft);
        draft.put("language_code", "es");
        author.result("siac_save_template_draft", draft);

        var typed = name.substring(5, 25);
        assertThat(suggested(author, "template_name", typed, Map.of())).containsExactly(name);
        assertThat(suggested(author, "template_name", "%", Map.of())).isEmpty();
        assertThat(suggested(author, "template_name", typed + "\0", Map.of())).containsExactly(name);
        assertThat(suggested(author, "language_code", "", Map.of("template_name", name)))
                .containsExactly("en_US", "es");
        assertThat(suggested(author, "language_code", "e", Map.of("template_name", typed)))
                .isEmpty();

        var stranger = Mcp.as(Person.STRANGER, "siac.templates.read");
        assertThat(suggested(stranger, "template_name", typed, Map.of())).isEmpty();
        var unallowed = Mcp.as(Person.AUTHOR, "siac.audience.read");
        assertThat(suggested(unallowed, "template_name", typed, Map.of())).isEmpty();
    }

    private static List<String> suggested(Mcp client, String argument, String typed, Map<String, String> others) {
        var answer = client.request(
                "completion/complete",
                Map.of(
                        "ref", Map.of("type", "ref/prompt", "name", "improve_template"),
                        "argument", Map.of("name", argument, "value", typed),
                        "context", Map.of("arguments", others)));
        var values = answer.json().at("/result/completion/values");
        assertThat(values.isArray()).as(answer.toString()).isTrue();
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void the_profile_names_person_company_and_role() {
        var profile = Mcp.as(Person.VIEWER).result("get_user_info", Map.of()).path("structuredContent");
        assertThat(profile.path("email").asText()).isEqualTo(Person.VIEWER.email());
        assertThat(profile.path("role").asText()).isEqualToIgnoringCase("viewer");
    }

    @Test
    void the_rules_and_the_system_status_can_be_read() {
        var viewer = Mcp.as(Person.VIEWER);
        for (var uri : new String[] {"siac://rules/whatsapp-templates", "siac://system/status"}) {
            var read = viewer.request("resources/read", Map.of("uri", uri)).json();
            assertThat(read.at("/result/contents/0/uri").asText()).isEqualTo(uri);
            assertThat(read.at("/result/contents/0/text").asText()).isNotEmpty();
        }
    }

    private static Map<String, Object> order(String body) {
        var arguments = new LinkedHashMap<String, Object>();
        arguments.put("template_name", "order_" + UUID.randomUUID().toString().replace("-", ""));
        arguments.put("body_text", body);
        arguments.put("category", "Utility");
        arguments.put("language_code", "en_US");
        return arguments;
    }
}
