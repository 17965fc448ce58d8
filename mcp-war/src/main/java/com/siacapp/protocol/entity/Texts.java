package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What people read and see of a tool, resource or prompt, in both languages; in English only where Spanish is missing.
 */
public record Texts(
        String title, String description, @Nullable Spanish spanish, List<Picture> icons) {

    /** The texts of a declared method. */
    public static Texts of(Method method, String title, String description) {
        var icons = Arrays.stream(method.getAnnotationsByType(Icon.class))
                .map(icon -> Picture.of(icon, method.getDeclaringClass()))
                .toList();
        return new Texts(title, description, method.getAnnotation(Spanish.class), icons);
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
        return named;
    }
}
