package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** What a person filled in, held against what was asked (MCP 2026-07-28, client/elicitation: servers validate it). */
final class FormAnswer {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private FormAnswer() {}

    static boolean fits(JsonNode requestedSchema, JsonNode content) {
        return content.isObject()
                && SCHEMAS.getSchema(requestedSchema).validate(content).isEmpty();
    }
}
