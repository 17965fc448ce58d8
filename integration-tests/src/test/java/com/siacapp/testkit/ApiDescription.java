package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the server says of its endpoints, at {@code /openapi}. */
public record ApiDescription(JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    public static ApiDescription published() {
        var answer = read("application/json");
        if (answer.status() != 200) {
            throw new AssertionError("No description: " + answer);
        }
        return new ApiDescription(answer.json());
    }

    public static Answer read(String mediaType) {
        return Http.send("/openapi", "GET", BodyPublishers.noBody(), request -> request.header("Accept", mediaType));
    }

    public List<ApiOperation> operations() {
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new ApiOperation(
                                this, member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue())))
                .toList();
    }

    /** The one of this {@code operationId}. */
    public ApiOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not described: " + id));
    }

    /** What is referred to, or the thing itself. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What is wrong with a value of this schema. A member that is not described is wrong too. */
    public List<Error> errors(JsonNode schema, JsonNode value) {
        var strict = JSON.createObjectNode().put("unevaluatedProperties", false);
        strict.putArray("allOf").add(schema);
        strict.set("components", document.path("components"));
        return SCHEMAS.getSchema(strict).validate(value);
    }
}
