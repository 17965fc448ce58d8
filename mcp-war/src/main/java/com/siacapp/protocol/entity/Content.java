package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;

/**
 * One block of what a tool, a prompt or a model says (MCP 2026-07-28, schema, ContentBlock).
 *
 * @param json as it goes over the wire to clients that know all kinds
 */
public record Content(ObjectNode json) {

    private static final String AUDIO = "audio";
    private static final String LINK = "resource_link";
    private static final String ANNOTATIONS = "annotations";

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

    /** Sound; clients before 2025-03-26 get a text instead. */
    public static Content audio(byte[] sound, String mimeType) {
        return new Content(typed(AUDIO).put("data", sound).put("mimeType", mimeType));
    }

    /** A resource with all it holds. */
    public static Content embedded(ResourceContents contents) {
        return new Content(typed("resource").set("resource", contents.json()));
    }

    /** A resource to be read if it is needed, listed or not; clients before 2025-06-18 get a text instead. */
    public static Content link(String uri, String name, String mimeType) {
        return new Content(typed(LINK).put("uri", uri).put("name", name).put("mimeType", mimeType));
    }

    /**
     * The same block, with hints for the client.
     *
     * @param priority from 0, which is to be left out first, to 1, which cannot be
     */
    public Content with(double priority, Audience... audience) {
        ObjectNode annotated = json.deepCopy();
        var hints = annotated.putObject(ANNOTATIONS).put("priority", priority);
        if (audience.length > 0) {
            var names = hints.putArray("audience");
            Arrays.stream(audience)
                    .map(who -> who.name().toLowerCase(Locale.ROOT))
                    .forEach(names::add);
        }
        return new Content(annotated);
    }

    /** As it goes over the wire in this call: what its version has no kind of block for is a text. */
    public ObjectNode json(CallContext context) {
        var version = context.version();
        return switch (json.path("type").asText()) {
            case AUDIO -> version.hasAudio() ? json : told(context.text("A sound", "Un sonido"), "mimeType");
            case LINK ->
                version.hasResourceLinks() ? json : told(json.path("name").asText(), "uri");
            default -> json;
        };
    }

    private ObjectNode told(String what, String detail) {
        var told = typed("text")
                .put("text", "%s: %s".formatted(what, json.path(detail).asText()));
        return json.has(ANNOTATIONS) ? told.set(ANNOTATIONS, json.get(ANNOTATIONS)) : told;
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }
}
