package com.siacapp.templates.control;

import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.Validation;
import java.util.List;
import java.util.function.BiConsumer;

/** Meta's rules, checked before Meta checks them. Pure: the same content always gives the same findings. */
public final class TemplateRules {
    private static final List<BiConsumer<TemplateContent, Findings>> CHECKS = List.of(
            NameRules::check,
            LanguageRules::check,
            CategoryRules::check,
            HeaderRules::check,
            BodyRules::check,
            VariableRules::check,
            FooterRules::check,
            ButtonRules::check,
            UrlButtonRules::check,
            LinkRules::check,
            OptOutRules::check,
            AuthenticationRules::check,
            OtpButtonRules::check);

    private TemplateRules() {}

    public static Validation check(TemplateContent content) {
        var findings = new Findings();
        CHECKS.forEach(check -> check.accept(content, findings));
        return findings.asValidation();
    }
}
