package com.siacapp.doctor.entity;

import java.util.Arrays;
import java.util.List;

/**
 * A fault that was found.
 *
 * @param values what the sentences about it name; some come from strangers, so that they are safe for a terminal and short,
 *     but not escaped for HTML
 */
public record Finding(Fault fault, List<String> values) {

    private static final int LONGEST = 200;

    public Finding {
        values = values.stream().map(Finding::clean).toList();
    }

    public static Finding of(Fault fault, Object... values) {
        return new Finding(fault, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** Nothing that moves a terminal's cursor, reorders the text around it or cannot be seen. */
    private static String clean(String value) {
        var visible =
                value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "");
        return visible.codePointCount(0, visible.length()) <= LONGEST
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
