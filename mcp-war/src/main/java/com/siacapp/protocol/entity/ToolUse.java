package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A tool the client's model uses in its answer to a {@link Sampling} (MCP 2025-11-25, schema, ToolUseContent).
 *
 * @param name one of those that were offered
 * @param input by the schema that was offered
 */
public record ToolUse(String id, String name, JsonNode input) {

    /** What the tool gave (schema, ToolResultContent). */
    public record Result(List<Content> content, boolean isError) {

        public Result {
            content = List.copyOf(content);
        }

        public static Result of(Content... content) {
            return new Result(List.of(content), false);
        }

        /** @param sentence tells the model why, and what to do instead */
        public static Result error(String sentence) {
            return new Result(List.of(Content.text(sentence)), true);
        }

        ObjectNode json(String toolUseId) {
            var json = Json.object().put("type", "tool_result").put("toolUseId", toolUseId);
            var blocks = json.putArray("content");
            content.forEach(block -> blocks.add(block.json()));
            return isError ? json.put("isError", true) : json;
        }
    }
}
