package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/**
 * One block of what a tool or a prompt says (MCP 2026-07-28, schema, ContentBlock).
 *
 * @param json as it goes over the wire
 */
public record Content(ObjectNode json) {

    /** Whom a block is meant for. */
    public enum Audience {
        USER,
        ASSISTANT
    }

    public static Content text(String text) {
        return new Content(typed("text").put("text", text));
    }

    public static Content image(byte[] image, String mimeType) {
        return new Content(typed("image").put("data", image).put("mimeType", mimeType));
    }

    /** Sound; clients know it since 2025-03-26. */
    public static Content audio(byte[] sound, String mimeType) {
        return new Content(typed("audio").put("data", sound).put("mimeType", mimeType));
    }

    /** A resource with all it holds. */
    public static Content embedded(ResourceContents contents) {
        return new Content(typed("resource").set("resource", contents.json()));
    }

    /** A resource to be read if it is needed, listed or not; clients know it since 2025-06-18. */
    public static Content link(String uri, String name, String mimeType) {
        return new Content(
                typed("resource_link").put("uri", uri).put("name", name).put("mimeType", mimeType));
    }

    /**
     * The same block, with hints for the client.
     *
     * @param priority from 0, which is to be left out first, to 1, which cannot be
     */
    public Content with(double priority, Audience... audience) {
        ObjectNode annotated = json.deepCopy();
        var hints = annotated.putObject("annotations").put("priority", priority);
        if (audience.length > 0) {
            var names = hints.putArray("audience");
            Arrays.stream(audience)
                    .map(who -> who.name().toLowerCase(Locale.ROOT))
                    .forEach(names::add);
        }
        return new Content(annotated);
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }
}
