package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What {@code siac_validate_template} answers. All but the last two fields are those of the original. */
public record ValidatedTemplate(
        ValidationStatus validationStatus,
        String templateName,

        @Describe("Whether there is no ERROR among the findings")
        boolean passedInternalChecks,

        String category,
        String languageCode,
        @Describe("The company's id") UUID clientId,
        @Describe("How the variables are written") ParameterFormat parameterFormat,
        List<FoundRule> findings) {

    /** In the original's words. */
    public enum ValidationStatus {
        SUCCESS,
        FAILED;

        static ValidationStatus of(Validation validation) {
            return validation.passed() ? SUCCESS : FAILED;
        }
    }

    public static ValidatedTemplate of(TemplateContent content, Validation validation, UUID tenant, Locale locale) {
        return new ValidatedTemplate(
                ValidationStatus.of(validation),
                content.name(),
                validation.passed(),
                content.knownCategory().map(Category::name).orElse(content.category()),
                content.language(),
                tenant,
                content.components().parameterFormat(),
                FoundRule.in(validation, locale));
    }
}
