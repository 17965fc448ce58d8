package com.siacapp.templates.entity;

import java.util.Optional;

/**
 * A template as its author wrote it, right or wrong: what is wrong with it is for the rules to say.
 *
 * @param category as written; {@link #knownCategory()} is what it means
 */
public record TemplateContent(String name, String language, String category, Components components) {

    public Optional<Category> knownCategory() {
        return Category.named(category);
    }

    public boolean isFor(Category category) {
        return knownCategory().filter(category::equals).isPresent();
    }

    public TemplateKey key() {
        return new TemplateKey(name, language);
    }
}
