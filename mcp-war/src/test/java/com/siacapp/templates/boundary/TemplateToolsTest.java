package com.siacapp.templates.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.templates.entity.TemplatePreview;
import com.siacapp.tools.control.DeclaredTool.Outcome;
import com.siacapp.tools.entity.ToolException;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateToolsTest {
    private static final String VALIDATE = "siac_validate_template";

    private static final String ORDER_CONFIRMATION = """
            {"template_name": "order_confirmation", "language_code": "es_CO", "category": "Utility",
             "body_text": "Hola {{1}}, recibimos su pedido {{2}} y lo enviamos hoy mismo a su casa.",
             "examples": {"1": "Ana", "2": "A-1042"},
             "header": {"format": "TEXT", "text": "Pedido {{1}}", "example": "A-1042"},
             "footer": "Café del Monte",
             "buttons": [{"type": "URL", "text": "Ver pedido", "url": "https://cafe.example/{{1}}",
                          "example": "https://cafe.example/A-1042"}]}""";

    private static final String BROKEN = """
            {"template_name": "order_confirmation", "language_code": "es", "category": "UTILITY",
             "body_text": "{{1}}, su pedido está ya en camino", "examples": {"1": "Ana"}}""";

    private final Workbench tools = Workbench.with(new TemplateTools());

    @Test
    void the_original_s_four_arguments_are_enough_and_the_only_required_ones() {
        var answer = tools.call(VALIDATE, """
                        {"template_name": "thanks", "body_text": "Gracias por su compra.",
                         "category": "Utility", "language_code": "es"}""").structuredContent();
        assertThat(answer).isEqualTo(json("""
                        {"validation_status": "SUCCESS", "template_name": "thanks", "passed_internal_checks": true,
                         "category": "UTILITY", "language_code": "es", "client_id": "%s",
                         "parameter_format": "POSITIONAL", "findings": []}""".formatted(Workbench.TENANT)));
        assertThat(tools.listing(VALIDATE).at("/inputSchema/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("template_name", "body_text", "category", "language_code");
    }

    @Test
    void a_template_with_everything_passes() {
        var answer = tools.call(VALIDATE, ORDER_CONFIRMATION);
        assertThat(answer.structuredContent().path("validation_status").asText())
                .isEqualTo("SUCCESS");
        assertThat(sentence(answer)).isEqualTo("The template order_confirmation keeps all of Meta's rules.");
    }

    @Test
    void a_finding_names_component_rule_severity_meta_s_code_and_remedy() {
        var answer = tools.call(VALIDATE, BROKEN);
        assertThat(answer.structuredContent().path("validation_status").asText())
                .isEqualTo("FAILED");
        assertThat(answer.structuredContent().at("/findings/0")).isEqualTo(json("""
                        {"component": "BODY", "rule": "body.variable_at_start", "severity": "ERROR",
                         "meta_code": 2388299,
                         "remedy": "The body starts with {{1}}: put words before it, such as \\"Hello {{1}}\\"."}"""));
    }

    @Test
    void people_read_their_language() {
        var answer = tools.inSpanish().call(VALIDATE, BROKEN);
        assertThat(sentence(answer))
                .isEqualTo("Meta rechazaría la plantilla order_confirmation; errores: 1, advertencias: 0."
                        + " El primero: El cuerpo empieza con {{1}}: pon palabras antes, como «Hola {{1}}».");
        assertThat(answer.structuredContent().at("/findings/0/remedy").asText()).startsWith("El cuerpo empieza");
    }

    @Test
    void warnings_alone_let_a_template_pass() {
        var answer = tools.call(
                VALIDATE, BROKEN.replace("{{1}}, su", "Hola {{1}}, su").replace("UTILITY", "MARKETING"));
        assertThat(answer.structuredContent().path("passed_internal_checks").asBoolean())
                .isTrue();
        assertThat(sentence(answer)).startsWith("Meta can accept the template order_confirmation; warnings: 1.");
    }

    @Test
    void an_unknown_category_is_a_finding_and_kept_as_written() {
        var answer = tools.call(VALIDATE, BROKEN.replace("UTILITY", "Promo")).structuredContent();
        assertThat(answer.path("category").asText()).isEqualTo("Promo");
        assertThat(answer.at("/findings/0/rule").asText()).isEqualTo("category.unknown");
    }

    @Test
    void the_card_alone_gets_the_message_with_its_examples_filled_in() {
        var answer = tools.call(VALIDATE, ORDER_CONFIRMATION);
        assertThat(preview(answer)).isEqualTo(json("""
                        {"header": {"format": "TEXT", "text": "Pedido A-1042"},
                         "body": "Hola Ana, recibimos su pedido A-1042 y lo enviamos hoy mismo a su casa.",
                         "body_by_meta": false, "footer": "Café del Monte",
                         "buttons": [{"type": "URL", "text": "Ver pedido",
                                      "target": "https://cafe.example/A-1042"}]}"""));
        assertThat(answer.structuredContent().has("preview")).isFalse();
    }

    @Test
    void an_authentication_template_has_options_and_one_button() {
        var answer = tools.call(VALIDATE, """
                {"template_name": "login_code", "body_text": "", "category": "Authentication", "language_code": "es",
                 "authentication": {"add_security_recommendation": true, "code_expiration_minutes": 10},
                 "buttons": [{"type": "OTP", "otp_type": "ZERO_TAP", "zero_tap_terms_accepted": true,
                              "supported_apps": [{"package_name": "example.cafe", "signature_hash": "K8a/AINcGX7"}]}]}""");
        assertThat(answer.structuredContent().path("findings")).isEmpty();
        assertThat(preview(answer).path("body_by_meta").asBoolean()).isTrue();
    }

    @Test
    void fields_that_mean_nothing_where_they_are_are_refused_by_name() {
        assertThatThrownBy(() -> tools.call(VALIDATE, """
                        {"template_name": "thanks", "body_text": "Gracias.", "category": "UTILITY",
                         "language_code": "es", "header": {"format": "LOCATION", "text": "Aquí"},
                         "buttons": [{"type": "URL", "text": "Ver", "url": "https://cafe.example/"},
                                     {"type": "QUICK_REPLY", "text": "Sí", "url": "https://cafe.example/"}]}"""))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("header.text, buttons.1.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"template_name\": \"a\", \"body_text\": \"b\", \"category\": \"UTILITY\"}",
                "{\"template_name\": 1, \"body_text\": \"b\", \"category\": \"UTILITY\", \"language_code\": \"es\"}",
                "{\"template_name\": \"a\", \"body_text\": \"b\", \"category\": \"UTILITY\", \"language_code\": \"es\", \"x\": 1}",
                "{\"template_name\": \"a\", \"body_text\": \"b\", \"category\": \"UTILITY\", \"language_code\": \"es\", \"buttons\": [{\"type\": \"FLOW\"}]}"
            })
    void the_schema_refuses_what_is_missing_mistyped_or_unknown(String arguments) {
        assertThat(tools.refusals(VALIDATE, arguments)).isNotEmpty();
    }

    @Test
    void one_call_cannot_cost_too_much() {
        var endless = "a-".repeat(2049);
        assertThat(tools.refusals(VALIDATE, ORDER_CONFIRMATION.replace("Hola", endless)))
                .singleElement()
                .asString()
                .startsWith("body_text");
        assertThat(tools.refusals(VALIDATE, ORDER_CONFIRMATION.replace("Ver pedido", endless)))
                .isNotEmpty();
        assertThatThrownBy(() -> tools.call(VALIDATE, ORDER_CONFIRMATION.replace("Ana", endless)))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("examples.1");
        assertThat(tools.refusals(VALIDATE, ORDER_CONFIRMATION.replace("Café", endless)))
                .isNotEmpty();
    }

    @Test
    void the_character_no_text_may_have_is_refused() {
        var poisoned = ORDER_CONFIRMATION.replace("Café", "Caf\\u0000");
        assertThatThrownBy(() -> tools.call("siac_save_template_draft", poisoned))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("U+0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"template_name\": \"a\"}",
                "{\"language_code\": \"es\"}",
                "{\"template_id\": \"00000000-0000-4000-8000-000000000001\", \"template_name\": \"a\", \"language_code\": \"es\"}",
                "{\"template_id\": \"00000000-0000-4000-8000-000000000001\", \"language_code\": \"es\"}"
            })
    void a_template_is_read_by_its_id_or_by_name_and_language(String arguments) {
        assertThatThrownBy(() -> tools.call("siac_get_template", arguments))
                .isInstanceOf(ToolException.class)
                .hasMessageContaining("template_id");
    }

    @Test
    void what_is_no_id_is_refused_by_name() {
        assertThat(tools.refusals("siac_get_template", "{\"template_id\": \"17\"}"))
                .singleElement()
                .asString()
                .startsWith("template_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cursor\": \"bm8ga2V5IQ\"}", "{\"cursor\": \"%%%\"}", "{\"cursor\": \"\"}"})
    void a_made_up_cursor_is_refused_by_name(String arguments) {
        assertThatThrownBy(() -> tools.call("siac_list_templates", arguments))
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith("cursor:");
    }

    @Test
    void an_unknown_category_to_list_is_refused_by_name() {
        assertThatThrownBy(() -> tools.call("siac_list_templates", "{\"category\": \"promo\"}"))
                .isInstanceOf(ToolException.class)
                .hasMessageStartingWith("category:");
    }

    @Test
    void pages_have_1_to_100_templates() {
        assertThat(tools.refusals("siac_list_templates", "{\"page_size\": 1}")).isEmpty();
        assertThat(tools.refusals("siac_list_templates", "{\"page_size\": 100}"))
                .isEmpty();
        assertThat(tools.refusals("siac_list_templates", "{\"page_size\": 0}")).isNotEmpty();
        assertThat(tools.refusals("siac_list_templates", "{\"page_size\": 101}"))
                .isNotEmpty();
    }

    @Test
    void a_viewer_may_not_know_how_to_save() {
        assertThat(tools.namesFor(Role.VIEWER))
                .containsExactly("siac_get_template", "siac_list_templates", "siac_validate_template");
        assertThat(tools.namesFor(Role.AUTHOR)).contains("siac_save_template_draft");
    }

    @Test
    void checking_changes_nothing_and_saving_may_overwrite() {
        assertThat(tools.listing(VALIDATE).at("/annotations/readOnlyHint").asBoolean())
                .isTrue();
        var saving = tools.listing("siac_save_template_draft").path("annotations");
        assertThat(saving.path("readOnlyHint").asBoolean()).isFalse();
        assertThat(saving.path("destructiveHint").asBoolean()).isTrue();
        assertThat(saving.path("openWorldHint").asBoolean()).isFalse();
    }

    @Test
    void the_rules_are_a_page_in_the_person_s_language() {
        for (var locale : List.of(Locale.ENGLISH, CallContext.SPANISH)) {
            assertThat(new TemplateTools().rules(locale)).contains("`body.too_long`", "1024", "2388299");
        }
        assertThat(new TemplateTools().rules(CallContext.SPANISH)).startsWith("# Reglas");
    }

    private static String sentence(Outcome outcome) {
        return outcome.content().get(0).json().path("text").asText();
    }

    private static JsonNode preview(Outcome outcome) {
        return Json.MAPPER.valueToTree(Objects.requireNonNull(outcome.meta().get(TemplatePreview.META_KEY)));
    }

    private static JsonNode json(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
