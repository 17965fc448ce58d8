package com.siacapp.templates.entity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which templates a list has. Every condition is optional; the name is matched by any part of it. */
public record TemplateFilter(
        String nameContains,
        String language,
        @Nullable Category onlyCategory,
        @Nullable TemplateState onlyState) {

    public static TemplateFilter all() {
        return new TemplateFilter("", "", null, null);
    }

    public Optional<Category> category() {
        return Optional.ofNullable(onlyCategory);
    }

    public Optional<TemplateState> state() {
        return Optional.ofNullable(onlyState);
    }
}
