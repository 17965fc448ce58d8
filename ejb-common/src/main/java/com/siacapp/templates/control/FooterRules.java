package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.FOOTER_EMOJI;
import static com.siacapp.templates.entity.Rule.FOOTER_LINE_BREAK;
import static com.siacapp.templates.entity.Rule.FOOTER_TOO_LONG;
import static com.siacapp.templates.entity.Rule.FOOTER_VARIABLE;

import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateText;

/** Meta, message templates: components, footer. */
final class FooterRules {

    private FooterRules() {}

    static void check(TemplateContent content, Findings findings) {
        var text = new TemplateText(content.components().footer());
        length(text, findings);
        variables(text, findings);
        lineBreak(text, findings);
        emoji(text, findings);
    }

    private static void length(TemplateText text, Findings findings) {
        if (text.length() > FOOTER_TOO_LONG.limit()) {
            findings.add(FOOTER_TOO_LONG, text.length());
        }
    }

    private static void variables(TemplateText text, Findings findings) {
        if (text.hasVariables()) {
            findings.add(FOOTER_VARIABLE);
        }
    }

    private static void lineBreak(TemplateText text, Findings findings) {
        if (PlainText.hasLineBreak(text.text())) {
            findings.add(FOOTER_LINE_BREAK);
        }
    }

    private static void emoji(TemplateText text, Findings findings) {
        if (PlainText.hasEmoji(text.text())) {
            findings.add(FOOTER_EMOJI);
        }
    }
}
