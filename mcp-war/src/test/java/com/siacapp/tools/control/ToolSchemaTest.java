package com.siacapp.tools.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Describe;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToolSchemaTest {

    private final ToolSchemas schemas = new ToolSchemas();

    enum Tone {
        @JsonProperty("warm")
        WARM,
        @JsonProperty("matter-of-fact")
        DRY
    }

    record Part(@NotBlank String text) {}

    record Renamed(@JsonProperty("resourceUri") String uri) {}

    record Input(
            @Describe("What it is called") @NotBlank @Size(max = 512) @Pattern(regexp = "^[a-z0-9_]+$")
            String templateName,

            Optional<@Size(max = 60) String> header,
            @Min(1) @Max(3) int copies,
            Tone tone,
            Optional<Tone> otherTone,
            @NotEmpty List<Part> parts,
            Map<String, String> examples,
            UUID campaign,
            Instant at) {}

    private final JsonNode input = schemas.ofInput(Input.class);

    @Test
    void components_are_properties_in_snake_case_and_in_their_order() {
        assertThat(input.path("properties").fieldNames())
                .toIterable()
                .containsExactly(
                        "template_name",
                        "header",
                        "copies",
                        "tone",
                        "other_tone",
                        "parts",
                        "examples",
                        "campaign",
                        "at");
    }

    @Test
    void a_component_may_have_another_name_on_the_wire() {
        assertThat(schemas.ofInput(Renamed.class).path("properties").fieldNames())
                .toIterable()
                .containsExactly("resourceUri");
    }

    @Test
    void what_is_no_optional_is_required() {
        assertThat(input.path("required")).hasSize(7);
        assertThat(input.path("required").toString()).doesNotContain("header", "other_tone");
    }

    @Test
    void an_optional_is_described_as_what_it_may_hold() {
        assertThat(input.at("/properties/header").toString()).isEqualTo("{\"type\":\"string\",\"maxLength\":60}");
    }

    @Test
    void constraints_become_keywords() {
        var name = input.at("/properties/template_name");
        assertThat(name.path("maxLength").asInt()).isEqualTo(512);
        assertThat(name.toString()).contains("^[a-z0-9_]+$");
        assertThat(input.at("/properties/copies/minimum").asInt()).isEqualTo(1);
        assertThat(input.at("/properties/copies/maximum").asInt()).isEqualTo(3);
        assertThat(input.at("/properties/parts/minItems").asInt()).isEqualTo(1);
        assertThat(input.at("/properties/parts/items/properties/text/pattern").asText())
                .isEqualTo("\\S");
    }

    @Test
    void descriptions_stand_beside_what_they_describe() {
        assertThat(input.at("/properties/template_name/description").asText()).isEqualTo("What it is called");
    }

    @Test
    void an_enum_lists_its_names_on_the_wire() {
        assertThat(input.at("/properties/tone/enum").toString()).isEqualTo("[\"warm\",\"matter-of-fact\"]");
        assertThat(input.at("/properties/other_tone/enum").toString()).isEqualTo("[\"warm\",\"matter-of-fact\"]");
    }

    @Test
    void ids_and_times_are_strings_of_a_format() {
        assertThat(input.at("/properties/campaign/format").asText()).isEqualTo("uuid");
        assertThat(input.at("/properties/at/format").asText()).isEqualTo("date-time");
    }

    @Test
    void inputs_are_closed_and_their_parts_too_but_a_map_is_open() {
        assertThat(input.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(input.at("/properties/parts/items/additionalProperties").asBoolean(true))
                .isFalse();
        assertThat(input.at("/properties/examples/additionalProperties/type").asText())
                .isEqualTo("string");
    }

    @Test
    void outputs_stay_open_for_fields_to_come() {
        assertThat(schemas.ofOutput(Part.class).has("additionalProperties")).isFalse();
    }
}
