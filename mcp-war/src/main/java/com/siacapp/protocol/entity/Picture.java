package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An icon as clients get it (MCP 2025-11-25, schema, Icon).
 *
 * @param src a {@code data:} URI, or an address of this installation
 * @param sizes such as {@code 48x48} or {@code any}; empty if it fits everywhere
 */
public record Picture(URI src, String mimeType, List<String> sizes, Icon.Theme theme) {

    private static final Map<String, String> MIME_TYPES = Map.of(
            "png",
            "image/png",
            "jpg",
            "image/jpeg",
            "jpeg",
            "image/jpeg",
            "svg",
            "image/svg+xml",
            "webp",
            "image/webp");

    /** The declared icon, read from the class path. */
    static Picture of(Icon icon, Class<?> beside) {
        var mimeType = MIME_TYPES.get(icon.value().substring(icon.value().lastIndexOf('.') + 1));
        if (mimeType == null) {
            throw new BrokenDeclaration("The icon %s is none of %s.".formatted(icon.value(), MIME_TYPES.keySet()));
        }
        var base64 = Base64.getEncoder().encodeToString(read(icon.value(), beside));
        var src = URI.create("data:%s;base64,%s".formatted(mimeType, base64));
        return new Picture(src, mimeType, List.of(icon.sizes()), icon.theme());
    }

    ObjectNode json() {
        var json = Json.object().put("src", src.toString()).put("mimeType", mimeType);
        if (!sizes.isEmpty()) {
            sizes.forEach(json.putArray("sizes")::add);
        }
        return theme == Icon.Theme.ANY ? json : json.put("theme", theme.name().toLowerCase(Locale.ROOT));
    }

    /** Adds these pictures, if there are any, to what they stand for. */
    static void addTo(ObjectNode description, List<Picture> pictures) {
        if (!pictures.isEmpty()) {
            var icons = description.putArray("icons");
            pictures.forEach(picture -> icons.add(picture.json()));
        }
    }

    private static byte[] read(String file, Class<?> beside) {
        try (var stream = beside.getResourceAsStream(file)) {
            if (stream == null) {
                throw new BrokenDeclaration("There is no icon %s beside %s.".formatted(file, beside.getName()));
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
