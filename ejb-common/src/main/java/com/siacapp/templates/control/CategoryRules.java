package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.CATEGORY_UNKNOWN;

import com.siacapp.templates.entity.TemplateContent;

/** Meta, message templates: template categorization. */
final class CategoryRules {

    private CategoryRules() {}

    static void check(TemplateContent content, Findings findings) {
        if (content.knownCategory().isEmpty()) {
            findings.add(CATEGORY_UNKNOWN, content.category());
        }
    }
}
