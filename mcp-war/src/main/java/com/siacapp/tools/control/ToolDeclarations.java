package com.siacapp.tools.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Content;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what stands on a tool's method, and refuses what would only fail later, in front of a person. */
final class ToolDeclarations {

    /** What OpenAI allows in a function's name; stricter than MCP. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Words and pictures, which have no schema. */
    private static final Set<String> UNSTRUCTURED = Set.of(
            String.class.getName(),
            Content.class.getName(),
            "%s<%s>".formatted(List.class.getName(), Content.class.getName()));

    private final ToolSchemas schemas = new ToolSchemas();
    private final Constraints constraints;

    ToolDeclarations(Constraints constraints) {
        this.constraints = constraints;
    }

    DeclaredTool read(BoundMethod method) {
        var tool = method.method().getAnnotation(Tool.class);
        require(NAME.matcher(tool.name()).matches(), method, "has a name other than 1 to 64 of A-Z a-z 0-9 _ -");
        require(!tool.title().isBlank(), method, "has no title");
        require(!tool.description().isBlank(), method, "has no description");
        var input = inputSchema(tool, method);
        require(isObject(input), method, "takes arguments whose schema is no object");
        for (var file : tool.fileParams()) {
            require(input.path("properties").has(file), method, "takes no file " + file);
        }
        for (var status : tool.status()) {
            require(fits(status), method, "has a status other than 1 to 64 characters");
        }
        return new DeclaredTool(tool, method, input, outputSchema(method), constraints);
    }

    /** OpenAI, plugins/reference. */
    private static boolean fits(Tool.Status status) {
        return Stream.of(status.invoking(), status.invoked(), status.invokingInSpanish(), status.invokedInSpanish())
                .allMatch(text -> !text.isBlank() && text.length() <= 64);
    }

    static boolean isObject(ObjectNode schema) {
        return schema.path("type").asText().equals("object");
    }

    private ObjectNode inputSchema(Tool tool, BoundMethod method) {
        var takesJson =
                method.argumentsType().filter(JsonNode.class::isAssignableFrom).isPresent();
        require(takesJson != tool.inputSchema().isEmpty(), method, "has a schema of its own, or takes no JSON");
        if (takesJson) {
            return ToolSchemas.verbatim(method.method().getDeclaringClass(), tool.inputSchema());
        }
        return method.argumentsType().map(schemas::ofInput).orElseGet(schemas::ofNoInput);
    }

    private Optional<ObjectNode> outputSchema(BoundMethod method) {
        var returned = method.method().getGenericReturnType();
        return UNSTRUCTURED.contains(returned.getTypeName())
                ? Optional.empty()
                : Optional.of(schemas.ofOutput(structured(returned)));
    }

    private static Type structured(Type returned) {
        return returned instanceof ParameterizedType generic && generic.getRawType() == ToolResult.class
                ? generic.getActualTypeArguments()[0]
                : returned;
    }

    private static void require(boolean condition, BoundMethod method, String fault) {
        if (!condition) {
            throw new BrokenDeclaration("The tool %s %s.".formatted(method, fault));
        }
    }
}
