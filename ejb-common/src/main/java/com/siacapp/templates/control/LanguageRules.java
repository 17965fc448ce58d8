package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.LANGUAGE_MALFORMED;
import static com.siacapp.templates.entity.Rule.LANGUAGE_UNKNOWN;

import com.siacapp.templates.entity.TemplateContent;
import java.util.Set;
import java.util.regex.Pattern;

/** Meta, message templates: supported languages. Codes are exact, with the case they are written in. */
final class LanguageRules {
    /** Meta adds languages: what looks like a code is left to Meta to decide. */
    private static final Pattern LEGAL = Pattern.compile("[a-z]{2,3}(_[A-Za-z0-9]{2,8}){0,2}");

    private static final Set<String> KNOWN = ReferenceList.named("languages.txt");

    private LanguageRules() {}

    static void check(TemplateContent content, Findings findings) {
        var language = content.language();
        if (!LEGAL.matcher(language).matches()) {
            findings.add(LANGUAGE_MALFORMED, language, closestTo(language));
        } else if (!KNOWN.contains(language)) {
            findings.add(LANGUAGE_UNKNOWN, language, closestTo(language));
        }
    }

    /** The code that was probably meant: {@code es-co} → {@code es_CO}, {@code es_XX} → {@code es}. */
    private static String closestTo(String language) {
        var wanted = language.strip().replace('-', '_');
        return KNOWN.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .or(() -> KNOWN.stream()
                        .filter(wanted.split("_", 2)[0]::equalsIgnoreCase)
                        .findFirst())
                .orElse("en");
    }
}
