package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.HEADER_EMOJI;
import static com.siacapp.templates.entity.Rule.HEADER_EXAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.HEADER_FORMATTING;
import static com.siacapp.templates.entity.Rule.HEADER_LINE_BREAK;
import static com.siacapp.templates.entity.Rule.HEADER_SAMPLE_INVALID;
import static com.siacapp.templates.entity.Rule.HEADER_SAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.HEADER_TEXT_MISSING;
import static com.siacapp.templates.entity.Rule.HEADER_TOO_LONG;
import static com.siacapp.templates.entity.Rule.HEADER_TOO_MANY_VARIABLES;

import com.siacapp.templates.entity.Header;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateText;
import java.util.regex.Pattern;

/** Meta, message templates: components, text header and media header. */
final class HeaderRules {
    /** A link to the file, or the handle of Meta's Resumable Upload API ({@code 4::aW…}). */
    private static final Pattern SAMPLE = Pattern.compile("https://\\S+|\\d+:\\S+");

    private HeaderRules() {}

    static void check(TemplateContent content, Findings findings) {
        var header = content.components().header();
        if (header.isText()) {
            checkText(header, findings);
        } else if (header.format().isMedia()) {
            sample(header, findings);
        }
    }

    private static void checkText(Header header, Findings findings) {
        var text = new TemplateText(header.text());
        if (header.text().isBlank()) {
            findings.add(HEADER_TEXT_MISSING);
            return;
        }
        length(text, findings);
        variables(text, findings);
        example(header, text, findings);
        lineBreak(text, findings);
        formatting(text, findings);
        emoji(text, findings);
    }

    private static void length(TemplateText text, Findings findings) {
        if (text.length() > HEADER_TOO_LONG.limit()) {
            findings.add(HEADER_TOO_LONG, text.length());
        }
    }

    private static void variables(TemplateText text, Findings findings) {
        var count = text.variables().size();
        if (count > HEADER_TOO_MANY_VARIABLES.limit()) {
            findings.add(HEADER_TOO_MANY_VARIABLES, count);
        }
    }

    private static void example(Header header, TemplateText text, Findings findings) {
        if (text.hasVariables() && header.example().isBlank()) {
            findings.add(HEADER_EXAMPLE_MISSING);
        }
    }

    private static void lineBreak(TemplateText text, Findings findings) {
        if (PlainText.hasLineBreak(text.text())) {
            findings.add(HEADER_LINE_BREAK);
        }
    }

    private static void formatting(TemplateText text, Findings findings) {
        if (PlainText.hasFormatting(text.fixedText())) {
            findings.add(HEADER_FORMATTING);
        }
    }

    private static void emoji(TemplateText text, Findings findings) {
        if (PlainText.hasEmoji(text.text())) {
            findings.add(HEADER_EMOJI);
        }
    }

    private static void sample(Header header, Findings findings) {
        if (header.example().isBlank()) {
            findings.add(HEADER_SAMPLE_MISSING, header.format());
        } else if (!SAMPLE.matcher(header.example()).matches()) {
            findings.add(HEADER_SAMPLE_INVALID, header.example());
        }
    }
}
