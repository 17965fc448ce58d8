package com.siacapp.tools.entity;

import com.siacapp.protocol.entity.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a tool answers when the record alone is not enough.
 *
 * @param structuredContent the record, for the model and for cards
 * @param content what stands beside it: one or two sentences, in the caller's language, and pictures, sounds, resources
 * @param meta what only a card sees, under namespaced keys
 */
public record ToolResult<R>(R structuredContent, List<Content> content, Map<String, Object> meta) {

    public ToolResult {
        content = List.copyOf(content);
        meta = Map.copyOf(meta);
    }

    /** A record and the sentences that sum it up. */
    public static <R> ToolResult<R> of(R structuredContent, String text) {
        return new ToolResult<>(structuredContent, List.of(Content.text(text)), Map.of());
    }

    /** The same, with more to show. */
    public ToolResult<R> with(Content... more) {
        return new ToolResult<>(
                structuredContent,
                Stream.concat(content.stream(), Stream.of(more)).toList(),
                meta);
    }

    /** The same, with one more thing for the card alone. */
    public ToolResult<R> withMeta(String key, Object value) {
        var extended = new LinkedHashMap<>(meta);
        extended.put(key, value);
        return new ToolResult<>(structuredContent, content, extended);
    }
}
