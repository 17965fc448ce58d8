package com.siacapp.templates.entity;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, in the order of name and language.
 *
 * @param hasMore whether templates follow the last one here
 */
public record TemplatePage(List<Template> templates, boolean hasMore) {

    public TemplatePage {
        templates = List.copyOf(templates);
    }

    /** Where the next page starts: after this one. */
    public Optional<TemplateKey> next() {
        return hasMore ? Optional.of(templates.get(templates.size() - 1).key()) : Optional.empty();
    }
}
