package com.siacapp.templates.entity;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a template. Meta, message templates: components, body.
 *
 * @param examples a value for each variable, by the variable's name or number
 */
public record Body(String text, Map<String, String> examples) {

    public Body {
        // Sorted, so that equal bodies are written and hashed alike.
        examples = Collections.unmodifiableMap(new TreeMap<>(examples));
    }
}
