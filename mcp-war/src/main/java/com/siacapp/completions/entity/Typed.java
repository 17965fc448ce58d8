package com.siacapp.completions.entity;

import java.util.Map;

/**
 * What the person typed so far.
 *
 * @param value of the argument to complete, perhaps empty
 * @param others the arguments that are there already, by their names on the wire; nobody checked them
 */
public record Typed(String value, Map<String, String> others) {

    public Typed {
        others = Map.copyOf(others);
    }
}
