package com.siacapp.tools.entity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a tool answers when the record alone is not enough.
 *
 * @param structuredContent the record, for the model and for cards
 * @param text one or two sentences, in the caller's language
 * @param meta what only a card sees, under namespaced keys
 */
public record ToolResult<R extends Record>(R structuredContent, String text, Map<String, Object> meta) {

    public ToolResult {
        meta = Map.copyOf(meta);
    }

    /** A record and the sentences that sum it up. */
    public static <R extends Record> ToolResult<R> of(R structuredContent, String text) {
        return new ToolResult<>(structuredContent, text, Map.of());
    }

    /** The same, with one more thing for the card alone. */
    public ToolResult<R> withMeta(String key, Object value) {
        var extended = new LinkedHashMap<>(meta);
        extended.put(key, value);
        return new ToolResult<>(structuredContent, text, extended);
    }
}
