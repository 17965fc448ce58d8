package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Button.Type.COPY_CODE;
import static com.siacapp.templates.entity.Button.Type.OTP;
import static com.siacapp.templates.entity.Button.Type.PHONE_NUMBER;
import static com.siacapp.templates.entity.Button.Type.QUICK_REPLY;
import static com.siacapp.templates.entity.Button.Type.URL;
import static com.siacapp.templates.entity.Rule.BUTTONS_COPY_CODE_INVALID;
import static com.siacapp.templates.entity.Rule.BUTTONS_COPY_CODE_OUTSIDE_MARKETING;
import static com.siacapp.templates.entity.Rule.BUTTONS_HIDDEN_ON_DESKTOP;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_MISSING;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_TOO_LONG;
import static com.siacapp.templates.entity.Rule.BUTTONS_LABEL_VARIABLE;
import static com.siacapp.templates.entity.Rule.BUTTONS_NOT_GROUPED;
import static com.siacapp.templates.entity.Rule.BUTTONS_PHONE_NUMBER_INVALID;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY_COPY_CODES;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY_PHONE_NUMBERS;
import static com.siacapp.templates.entity.Rule.BUTTONS_TOO_MANY_URLS;

import com.siacapp.templates.entity.Button;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.Rule;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Meta, message templates: components, buttons. */
final class ButtonRules {
    private static final Pattern PHONE_NUMBER_SYNTAX = Pattern.compile("\\+?[0-9 ()-]*[0-9]");

    private ButtonRules() {}

    static void check(TemplateContent content, Findings findings) {
        var buttons = content.components().buttons();
        count(buttons, findings);
        countOf(URL, BUTTONS_TOO_MANY_URLS, buttons, findings);
        countOf(PHONE_NUMBER, BUTTONS_TOO_MANY_PHONE_NUMBERS, buttons, findings);
        countOf(COPY_CODE, BUTTONS_TOO_MANY_COPY_CODES, buttons, findings);
        grouping(buttons, findings);
        desktop(buttons, findings);
        copyCodeCategory(content, findings);
        buttons.forEach(button -> label(button, findings));
        buttons.forEach(button -> phoneNumber(button, findings));
        buttons.forEach(button -> copyCode(button, findings));
    }

    private static void count(List<Button> buttons, Findings findings) {
        if (buttons.size() > BUTTONS_TOO_MANY.limit()) {
            findings.add(BUTTONS_TOO_MANY, buttons.size());
        }
    }

    private static void countOf(Button.Type type, Rule rule, List<Button> buttons, Findings findings) {
        var count = buttons.stream().filter(button -> button.type() == type).count();
        if (count > rule.limit()) {
            findings.add(rule, count);
        }
    }

    /** Quick replies stand together, before or after all others. */
    private static void grouping(List<Button> buttons, Findings findings) {
        var changes = 0;
        for (var i = 1; i < buttons.size(); i++) {
            if (isQuickReply(buttons.get(i)) != isQuickReply(buttons.get(i - 1))) {
                changes++;
            }
        }
        if (changes > 1) {
            findings.add(BUTTONS_NOT_GROUPED);
        }
    }

    private static void desktop(List<Button> buttons, Findings findings) {
        var mixed = buttons.stream().map(ButtonRules::isQuickReply).distinct().count() > 1;
        if (mixed || buttons.size() > BUTTONS_HIDDEN_ON_DESKTOP.limit()) {
            findings.add(BUTTONS_HIDDEN_ON_DESKTOP);
        }
    }

    /** A provider reports that Meta takes coupon codes in marketing templates only; Meta's page speaks only of those. */
    private static void copyCodeCategory(TemplateContent content, Findings findings) {
        var present = content.components().buttons().stream().anyMatch(button -> button.type() == COPY_CODE);
        if (present && content.isFor(Category.UTILITY)) {
            findings.add(BUTTONS_COPY_CODE_OUTSIDE_MARKETING);
        }
    }

    private static void label(Button button, Findings findings) {
        var labels =
                button instanceof Button.Otp otp ? Stream.of(otp.text(), otp.autofillText()) : Stream.of(button.text());
        labels.forEach(label -> label(button.type(), label, findings));
    }

    private static void label(Button.Type type, String label, Findings findings) {
        var text = new TemplateText(label);
        if (label.isBlank() && type != COPY_CODE && type != OTP) {
            findings.add(BUTTONS_LABEL_MISSING, type);
        }
        if (text.length() > BUTTONS_LABEL_TOO_LONG.limit()) {
            findings.add(BUTTONS_LABEL_TOO_LONG, label, text.length());
        }
        if (text.hasVariables()) {
            findings.add(BUTTONS_LABEL_VARIABLE, label);
        }
    }

    private static void phoneNumber(Button button, Findings findings) {
        if (button instanceof Button.PhoneNumber call
                && (call.phoneNumber().length() > BUTTONS_PHONE_NUMBER_INVALID.limit()
                        || !PHONE_NUMBER_SYNTAX.matcher(call.phoneNumber()).matches())) {
            findings.add(BUTTONS_PHONE_NUMBER_INVALID, call.phoneNumber());
        }
    }

    private static void copyCode(Button button, Findings findings) {
        if (button instanceof Button.CopyCode copy
                && (copy.example().isBlank()
                        || new TemplateText(copy.example()).length() > BUTTONS_COPY_CODE_INVALID.limit())) {
            findings.add(BUTTONS_COPY_CODE_INVALID, copy.example());
        }
    }

    private static boolean isQuickReply(Button button) {
        return button.type() == QUICK_REPLY;
    }
}
