package com.siacapp.protocol.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people read and see of a tool, resource or prompt, in both languages; in English only where Spanish is missing.
 *
 * @param meta what else clients are told; empty if there is nothing
 */
public record Texts(
        String title, String description, @Nullable Spanish spanish, List<Picture> icons, ObjectNode meta) {

    /** The texts of a declared method. */
    public static Texts of(Method method, String title, String description) {
        var icons = Arrays.stream(method.getAnnotationsByType(Icon.class))
                .map(icon -> Picture.of(icon, method.getDeclaringClass()))
                .toList();
        return new Texts(title, description, method.getAnnotation(Spanish.class), icons, metaOf(method));
    }

    public String title(Locale locale) {
        return spanish != null && locale.equals(CallContext.SPANISH) ? spanish.title() : title;
    }

    public String description(Locale locale) {
        return spanish != null && locale.equals(CallContext.SPANISH) ? spanish.description() : description;
    }

    /** Adds them to what a list says of something. */
    public ObjectNode describe(ObjectNode named, Locale locale) {
        named.put("title", title(locale)).put("description", description(locale));
        Picture.addTo(named, icons);
        if (!meta.isEmpty()) {
            named.set(MetaKey.META, meta.deepCopy());
        }
        return named;
    }

    private static ObjectNode metaOf(Method method) {
        var meta = Json.object();
        for (var declared : method.getAnnotationsByType(Meta.class)) {
            try {
                meta.set(declared.key(), Json.MAPPER.readTree(declared.json()));
            } catch (JsonProcessingException mistake) {
                throw new BrokenDeclaration("What %s says in _meta is no JSON: %s".formatted(method, declared));
            }
        }
        return meta;
    }
}
