package com.siacapp.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One change to a form that is otherwise right. */
public final class Form {

    private Form() {}

    public static UnaryOperator<Map<String, String>> with(String name, String value) {
        return form -> {
            var changed = new LinkedHashMap<>(form);
            changed.put(name, value);
            return changed;
        };
    }

    public static UnaryOperator<Map<String, String>> without(String name) {
        return form -> {
            var changed = new LinkedHashMap<>(form);
            changed.remove(name);
            return changed;
        };
    }
}
