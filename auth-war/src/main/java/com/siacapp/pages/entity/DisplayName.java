package com.siacapp.pages.entity;

/**
 * A name somebody else chose, made safe to read: one short line that can neither hide nor reorder the text around it.
 * Escaping is the template's work.
 */
public record DisplayName(String value) {

    /** Nobody, or nobody who said a name. */
    public static final DisplayName NONE = new DisplayName("");

    private static final int LONGEST = 60;

    public DisplayName {
        value = shorten(value.replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                // Direction overrides, zero-width characters, lone surrogates, private use: nothing a reader can see.
                .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u115F\\u1160\\u2800\\u3164\\uFFA0]", "")
                // Marks piled up on one letter would paint over the lines around it.
                .replaceAll("(\\p{M}{2})\\p{M}+", "$1")
                .strip());
    }

    /** Whether nothing in it can be read as a name. */
    public boolean isUnknown() {
        return value.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** What stands in the app's tile, which has no room for more. */
    public String initial() {
        return value.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String shorten(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
