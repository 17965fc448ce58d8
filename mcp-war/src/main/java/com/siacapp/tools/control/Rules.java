package com.siacapp.tools.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.siacapp.protocol.entity.BrokenDeclaration;
import java.util.List;
import java.util.Locale;

/** A JSON Schema, enforced. */
final class Rules {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Schema schema;

    /** @throws BrokenDeclaration if it refers to what it does not hold: nothing is ever fetched */
    Rules(JsonNode schema) {
        try {
            this.schema = SCHEMAS.getSchema(schema);
            this.schema.initializeValidators();
        } catch (SchemaException unreadable) {
            throw new BrokenDeclaration("A schema refers to what it does not hold: " + unreadable.getMessage());
        }
    }

    /** What is wrong with the value: one sentence a rule, each naming the field, never the value. */
    List<String> brokenBy(JsonNode value, Locale locale) {
        return schema.validate(value, context -> context.executionConfig(config -> config.locale(locale))).stream()
                .map(Rules::sentence)
                .toList();
    }

    private static String sentence(Error error) {
        var field =
                error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        return field.isEmpty() ? error.getMessage() : field + ": " + error.getMessage();
    }
}
