package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.util.List;
import java.util.Locale;

/** What {@code siac_get_template} answers. */
public record ReadTemplate(
        StoredTemplate template,
        @Describe("The arguments that would save it again") TemplateArguments content,
        ParameterFormat parameterFormat,
        List<FoundRule> findings) {

    public static ReadTemplate of(Template template, Validation validation, Locale locale) {
        return new ReadTemplate(
                StoredTemplate.of(template, validation),
                TemplateArguments.of(template.content()),
                template.content().components().parameterFormat(),
                FoundRule.in(validation, locale));
    }
}
