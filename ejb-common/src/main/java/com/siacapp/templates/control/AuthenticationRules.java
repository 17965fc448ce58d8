package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.AUTHENTICATION_BODY;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_EXPIRATION;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_FOOTER;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_HEADER;
import static com.siacapp.templates.entity.Rule.AUTHENTICATION_OPTIONS_UNUSED;

import com.siacapp.templates.entity.AuthenticationOptions;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.Components;
import com.siacapp.templates.entity.TemplateContent;

/** Meta, authentication templates: Meta writes the text; a few things can be chosen. */
final class AuthenticationRules {

    private AuthenticationRules() {}

    static void check(TemplateContent content, Findings findings) {
        var components = content.components();
        if (!content.isFor(Category.AUTHENTICATION)) {
            unusedOptions(components, findings);
            return;
        }
        header(components, findings);
        body(components, findings);
        footer(components, findings);
        expiration(components.authentication(), findings);
    }

    private static void unusedOptions(Components components, Findings findings) {
        if (!components.authentication().equals(AuthenticationOptions.none())) {
            findings.add(AUTHENTICATION_OPTIONS_UNUSED);
        }
    }

    private static void header(Components components, Findings findings) {
        if (components.header().isPresent()) {
            findings.add(AUTHENTICATION_HEADER);
        }
    }

    /** Only a warning: the body is a required argument of the tools, and Meta never gets to see it. */
    private static void body(Components components, Findings findings) {
        if (!components.body().text().isBlank()) {
            findings.add(AUTHENTICATION_BODY);
        }
    }

    private static void footer(Components components, Findings findings) {
        if (!components.footer().isBlank()) {
            findings.add(AUTHENTICATION_FOOTER);
        }
    }

    private static void expiration(AuthenticationOptions options, Findings findings) {
        var minutes = options.codeExpirationMinutes();
        if (minutes != null
                && (minutes < AUTHENTICATION_EXPIRATION.limit(0) || minutes > AUTHENTICATION_EXPIRATION.limit(1))) {
            findings.add(AUTHENTICATION_EXPIRATION, minutes);
        }
    }
}
