package com.siacapp.protocol.entity;

import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people read of a tool, resource or prompt, in both languages; in English only where Spanish is missing. */
public record Texts(
        String title, String description, @Nullable Spanish spanish) {

    /** The texts of a declared method. */
    public static Texts of(Method method, String title, String description) {
        return new Texts(title, description, method.getAnnotation(Spanish.class));
    }

    public String title(Locale locale) {
        return spanish != null && locale.equals(CallContext.SPANISH) ? spanish.title() : title;
    }

    public String description(Locale locale) {
        return spanish != null && locale.equals(CallContext.SPANISH) ? spanish.description() : description;
    }
}
