package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an older client agreed on in its handshake (MCP 2025-11-25, basic/lifecycle).
 *
 * @param capabilities what it declared that we can use
 * @param logLevel the least important log message it wants
 */
public record Session(UUID id, ProtocolVersion version, JsonNode capabilities, LogLevel logLevel) {

    /** What a client that sets no level hears; the choice is the server's (2025-11-25, server/utilities/logging). */
    public static final LogLevel USUAL_LOG_LEVEL = LogLevel.INFO;

    /** What we can ask a client, with the variants that exist. */
    private static final Map<String, List<String>> USABLE =
            Map.of("elicitation", List.of("form", "url"), "sampling", List.of("tools", "context"), "roots", List.of());

    /** What we can use of a client's declared capabilities, as far as its version knows them. */
    public static ObjectNode usable(JsonNode declared, ProtocolVersion version) {
        var usable = Json.object();
        USABLE.forEach((capability, variants) -> {
            if (declared.path(capability).isObject()) {
                var kept = usable.putObject(capability);
                variants.stream()
                        .filter(variant -> version.hasCapabilityVariants())
                        .filter(variant ->
                                declared.path(capability).path(variant).isObject())
                        .forEach(kept::putObject);
            }
        });
        if (!version.hasElicitation()) {
            usable.remove("elicitation");
        }
        return usable;
    }
}
