package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What {@code siac_save_template_draft} answers. */
public record SavedTemplate(
        UUID templateId,
        TemplateState state,

        @Describe("False if it replaced an earlier draft of this name and language")
        boolean created,

        String templateName,
        String languageCode,
        Category category,
        boolean passedInternalChecks,
        List<FoundRule> findings) {

    public static SavedTemplate of(SavedDraft saved, Locale locale) {
        var template = saved.template();
        return new SavedTemplate(
                template.id(),
                template.state(),
                saved.created(),
                template.key().name(),
                template.key().language(),
                template.category(),
                saved.validation().passed(),
                FoundRule.in(saved.validation(), locale));
    }
}
