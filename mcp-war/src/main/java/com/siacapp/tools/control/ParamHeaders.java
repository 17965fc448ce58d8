package com.siacapp.tools.control;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.BrokenDeclaration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The arguments of a tool that modern clients repeat in headers (MCP 2026-07-28, basic/transports/streamable-http, custom
 * headers). A declaration they would drop the whole tool for is refused.
 */
final class ParamHeaders {

    static final String KEYWORD = "x-mcp-header";

    /** RFC 9110 §5.6.2, tchar. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Set<String> PRIMITIVE = Set.of("string", "integer", "boolean");

    /** Keywords whose members are names, each with a schema, and no keywords. */
    private static final Set<String> NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

    /** Keywords that hold plain values. */
    private static final Set<String> VALUES = Set.of("const", "enum", "default", "examples");

    private final Map<String, JsonPointer> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    ParamHeaders(ObjectNode schema) {
        read(schema, JsonPointer.empty(), true);
    }

    /** What the headers must say: by their names, the arguments, missing where there is none. */
    Map<String, JsonNode> in(JsonNode arguments) {
        return byName.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, header -> arguments.at(header.getValue())));
    }

    private void read(JsonNode schema, JsonPointer place, boolean reachable) {
        if (schema.has(KEYWORD)) {
            add(schema, place, reachable);
        }
        schema.properties().forEach(keyword -> {
            var name = keyword.getKey();
            if (NAMED_SCHEMAS.contains(name)) {
                var leadsOn = reachable && name.equals("properties");
                keyword.getValue()
                        .properties()
                        .forEach(named -> read(named.getValue(), place.appendProperty(named.getKey()), leadsOn));
            } else if (!VALUES.contains(name)) {
                readParts(keyword.getValue(), place);
            }
        });
    }

    private void readParts(JsonNode part, JsonPointer place) {
        if (part.isArray()) {
            part.forEach(element -> readParts(element, place));
        } else if (part.isObject()) {
            read(part, place, false);
        }
    }

    private void add(JsonNode schema, JsonPointer place, boolean reachable) {
        var name = schema.path(KEYWORD).asText();
        require(TOKEN.matcher(name).matches(), name, "is no token of RFC 9110");
        require(reachable && !place.matches(), name, "is not on a property reached by properties alone");
        require(PRIMITIVE.contains(schema.path("type").asText()), name, "is on no string, integer or boolean");
        require(byName.put(name, place) == null, name, "is declared twice");
    }

    private static void require(boolean condition, String name, String fault) {
        if (!condition) {
            throw new BrokenDeclaration("The header Mcp-Param-%s %s.".formatted(name, fault));
        }
    }
}
