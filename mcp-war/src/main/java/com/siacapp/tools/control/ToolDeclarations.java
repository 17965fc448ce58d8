package com.siacapp.tools.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolResult;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.regex.Pattern;

/** Reads what stands on a tool's method, and refuses what would only fail later, in front of a person. */
final class ToolDeclarations {

    /** What OpenAI allows in a function's name; stricter than MCP. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ToolSchemas schemas = new ToolSchemas();

    DeclaredTool read(BoundMethod method) {
        var tool = method.method().getAnnotation(Tool.class);
        require(NAME.matcher(tool.name()).matches(), method, "has a name other than 1 to 64 of A-Z a-z 0-9 _ -");
        require(!tool.title().isBlank(), method, "has no title");
        require(!tool.description().isBlank(), method, "has no description");
        var input = method.argumentsType().map(schemas::ofInput).orElseGet(schemas::ofNoInput);
        require(isObject(input), method, "takes arguments whose schema is no object");
        var output = schemas.ofOutput(outputType(method.method().getGenericReturnType()));
        require(isObject(output), method, "answers something whose schema is no object");
        return new DeclaredTool(tool, method, input, output);
    }

    private static boolean isObject(ObjectNode schema) {
        return schema.path("type").asText().equals("object");
    }

    private static Type outputType(Type returned) {
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
