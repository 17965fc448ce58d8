package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.time.Instant;
import java.util.UUID;

/** A template of the tenant, without its text. */
public record StoredTemplate(
        UUID templateId,
        String templateName,
        String languageCode,
        Category category,
        TemplateState state,

        @Describe("Whether it keeps Meta's rules as we know them today")
        boolean passedInternalChecks,

        Instant createdAt,
        Instant updatedAt) {

    public static StoredTemplate of(Template template, Validation validation) {
        return new StoredTemplate(
                template.id(),
                template.key().name(),
                template.key().language(),
                template.category(),
                template.state(),
                validation.passed(),
                template.createdAt(),
                template.updatedAt());
    }
}
