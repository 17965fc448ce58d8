package com.siacapp.templates.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template is for; decides its price and which components it may have. Meta: template categorization. */
public enum Category {
    MARKETING,
    UTILITY,
    AUTHENTICATION;

    /** The category of this name, in either case: the original took {@code Marketing}, Meta takes {@code MARKETING}. */
    public static Optional<Category> named(String name) {
        var wanted = name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(category -> category.name().equals(wanted))
                .findFirst();
    }
}
