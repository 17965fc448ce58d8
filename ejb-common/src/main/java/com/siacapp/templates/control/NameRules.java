package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.NAME_CHARACTERS;
import static com.siacapp.templates.entity.Rule.NAME_MISSING;
import static com.siacapp.templates.entity.Rule.NAME_TOO_LONG;

import com.siacapp.templates.entity.TemplateContent;
import java.util.regex.Pattern;

/** Meta, message templates: name. */
final class NameRules {
    private static final Pattern LEGAL = Pattern.compile("[a-z0-9_]+");

    private NameRules() {}

    static void check(TemplateContent content, Findings findings) {
        var name = content.name();
        if (name.isBlank()) {
            findings.add(NAME_MISSING);
            return;
        }
        characters(name, findings);
        length(name, findings);
    }

    private static void characters(String name, Findings findings) {
        if (!LEGAL.matcher(name).matches()) {
            findings.add(NAME_CHARACTERS, name, legalFormOf(name));
        }
    }

    private static void length(String name, Findings findings) {
        if (name.length() > NAME_TOO_LONG.limit()) {
            findings.add(NAME_TOO_LONG, name.length());
        }
    }

    /** {@code ¡Promoción de Otoño!} → {@code promocion_de_otono}. */
    private static String legalFormOf(String name) {
        return PlainText.folded(name).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
