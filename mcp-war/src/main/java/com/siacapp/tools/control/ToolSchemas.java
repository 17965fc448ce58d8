package com.siacapp.tools.control;

import static com.github.victools.jsonschema.generator.OptionPreset.PLAIN_JSON;
import static com.github.victools.jsonschema.generator.SchemaVersion.DRAFT_2020_12;
import static com.github.victools.jsonschema.module.jackson.JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY;
import static com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.impl.module.FlattenedWrapperModule;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.McpHeader;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of records: names in snake_case, what is no Optional is required, constraints become keywords. */
final class ToolSchemas {

    private final SchemaGenerator ofInputs = generator(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT);
    private final SchemaGenerator ofOutputs = generator();

    /** Closed: what is not described is refused (design: unknown input is an error). */
    ObjectNode ofInput(Type type) {
        return ofInputs.generateSchema(type);
    }

    /** Open: clients bear with fields to come. */
    ObjectNode ofOutput(Type type) {
        return ofOutputs.generateSchema(type);
    }

    /** MCP 2026-07-28, server/tools: the recommended form of "no parameters". */
    ObjectNode ofNoInput() {
        return Json.object().put("type", "object").put("additionalProperties", false);
    }

    /** The schema of a file beside the class, as it is. */
    static ObjectNode verbatim(Class<?> beside, String file) {
        try (var stream = beside.getResourceAsStream(file)) {
            if (stream == null || !(Json.MAPPER.readTree(stream) instanceof ObjectNode schema)) {
                throw new BrokenDeclaration("There is no schema %s beside %s.".formatted(file, beside.getName()));
            }
            return schema;
        } catch (IOException unreadable) {
            throw new BrokenDeclaration("The schema %s beside %s is no JSON.".formatted(file, beside.getName()));
        }
    }

    private static SchemaGenerator generator(Option... options) {
        var config = new SchemaGeneratorConfigBuilder(Json.MAPPER, DRAFT_2020_12, PLAIN_JSON)
                // Inline, because clients differ in how well they follow a $ref.
                .with(Option.INLINE_ALL_SCHEMAS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .without(Option.FLATTENED_OPTIONALS, Option.SCHEMA_VERSION_INDICATOR)
                // An Optional is what it may hold; the library's own option would allow null as well.
                .with(new FlattenedWrapperModule<>(Optional.class))
                .with(new JacksonModule(FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(new JakartaValidationModule(INCLUDE_PATTERN_EXPRESSIONS));
        for (var option : options) {
            config.with(option);
        }
        // In the order of the record, which is the order of thought.
        config.forTypesInGeneral().withPropertySorter((unusedFirst, unusedSecond) -> 0);
        config.forFields()
                .withPropertyNameOverrideResolver(field -> Json.NAMES.translate(field.getDeclaredName()))
                .withDescriptionResolver(ToolSchemas::descriptionOf)
                .withStringPatternResolver(field -> field.getAnnotation(NotBlank.class) == null ? null : "\\S")
                .withRequiredCheck(field -> !isOptional(field))
                .withInstanceAttributeOverride((schema, field, context) -> {
                    var header = field.getAnnotation(McpHeader.class);
                    if (header != null) {
                        schema.put(ParamHeaders.KEYWORD, header.value());
                    }
                });
        return new SchemaGenerator(config.build());
    }

    private static @Nullable String descriptionOf(FieldScope field) {
        var describe = field.getAnnotation(Describe.class);
        return describe == null ? null : describe.value();
    }

    private static boolean isOptional(FieldScope field) {
        return field.getDeclaredType().getErasedType() == Optional.class;
    }
}
