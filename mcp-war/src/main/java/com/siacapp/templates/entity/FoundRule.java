package com.siacapp.templates.entity;

import com.siacapp.protocol.entity.Describe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A finding, as a model reads it. */
public record FoundRule(
        Component component,

        @Describe("The rule's stable name; siac://rules/whatsapp-templates lists them all")
        String rule,

        @Describe("ERROR: Meta refuses the template. WARNING: it may, or people see something unexpected")
        Severity severity,

        @Describe("The code Meta would answer, where known") Optional<Integer> metaCode,

        @Describe("What is wrong and how to mend it, for the person")
        String remedy) {

    /** The findings of a validation, errors first. */
    public static List<FoundRule> in(Validation validation, Locale locale) {
        return validation.findings().stream()
                .map(finding -> of(finding, locale))
                .toList();
    }

    private static FoundRule of(Finding finding, Locale locale) {
        var code = finding.rule().metaCode();
        return new FoundRule(
                finding.component(),
                finding.rule().code(),
                finding.rule().severity(),
                code.isPresent() ? Optional.of(code.getAsInt()) : Optional.empty(),
                finding.remedy(locale));
    }
}
