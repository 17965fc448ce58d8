package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The official JSON schema of one version of the protocol, from official npm packages ({@code schemas.mjs}): each message is
 * held against the definition of its method, as the conformance suite does with its own (src/validation/wire-schema.ts).
 */
public final class WireSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NO_MESSAGES =
            List.of("ClientRequest", "ClientNotification", "ServerRequest", "ServerNotification");

    private final SchemaRegistry registry;
    private final ObjectNode document;
    private final String definitionsKey;
    private final Map<String, String> byMethod = new HashMap<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private WireSchema(JsonNode document) {
        this.document = (ObjectNode) document;
        this.definitionsKey = document.has("$defs") ? "$defs" : "definitions";
        this.registry = SchemaRegistry.withDefaultDialect(
                definitionsKey.equals("$defs") ? SpecificationVersion.DRAFT_2020_12 : SpecificationVersion.DRAFT_7);
        document.path(definitionsKey).properties().forEach(definition -> {
            var method = definition.getValue().at("/properties/method/const");
            if (method.isTextual() && !NO_MESSAGES.contains(definition.getKey())) {
                byMethod.put(method.asText(), definition.getKey());
            }
        });
    }

    /** Read when it is first needed: a script finds them in the npm package. */
    private static final class Official {
        static final Map<String, WireSchema> SCHEMAS = read();

        private static Map<String, WireSchema> read() {
            var schemas = new HashMap<String, WireSchema>();
            new NodeScript("schemas.mjs", List.of(), Map.of())
                    .run("schemas")
                    .properties()
                    .forEach(schema -> schemas.put(schema.getKey(), new WireSchema(schema.getValue())));
            return schemas;
        }
    }

    public static WireSchema of(String version) {
        var schema = Official.SCHEMAS.get(version);
        if (schema == null) {
            throw new IllegalArgumentException("There is no version " + version);
        }
        return schema;
    }

    /** Whether this version has the method. */
    public boolean knows(String method) {
        return byMethod.containsKey(method);
    }

    /** Several messages in one, which only the version with this definition has. */
    public void verifyBatch(String definition, JsonNode batch) {
        if (!document.path(definitionsKey).has(definition)) {
            throw new AssertionError("This version has no batches: " + batch);
        }
        verify(definition, batch);
    }

    /** A request or a notification. */
    public void verify(JsonNode message) {
        verify(message.has("id") ? "JSONRPCRequest" : "JSONRPCNotification", message);
        var typed = byMethod.get(message.path("method").asText());
        if (typed != null) {
            verify(typed, message);
        }
    }

    /** The answer to a request of this method; of one that nobody knows if it is empty. */
    public void verifyAnswer(String method, JsonNode message) {
        if (message.has("error")) {
            verify(known("JSONRPCErrorResponse", "JSONRPCError"), message);
            return;
        }
        verify(known("JSONRPCResultResponse", "JSONRPCResponse"), message);
        var typed = byMethod.getOrDefault(method, "").replaceFirst("Request$", "Result");
        var definition = switch (message.at("/result/resultType").asText()) {
            case "input_required" -> "InputRequiredResult";
            // Of an extension, whose schema is not part of this one.
            case "task" -> "Result";
            default -> knows(method) ? known(typed, "EmptyResult") : "Result";
        };
        verify(definition, message.path("result"));
    }

    private String known(String preferred, String other) {
        return document.path(definitionsKey).has(preferred) ? preferred : other;
    }

    private void verify(String definition, JsonNode value) {
        var errors = compiled.computeIfAbsent(definition, this::compile).validate(value);
        if (!errors.isEmpty()) {
            throw new AssertionError("No valid %s: %s%n%s".formatted(definition, errors, value));
        }
    }

    private Schema compile(String definition) {
        var schema = JSON.createObjectNode().put("$ref", "#/%s/%s".formatted(definitionsKey, definition));
        schema.set(definitionsKey, document.path(definitionsKey));
        return registry.getSchema(schema);
    }
}
