package com.siacapp.templates.entity;

import static com.siacapp.templates.entity.Component.BODY;
import static com.siacapp.templates.entity.Component.BUTTONS;
import static com.siacapp.templates.entity.Component.CATEGORY;
import static com.siacapp.templates.entity.Component.FOOTER;
import static com.siacapp.templates.entity.Component.HEADER;
import static com.siacapp.templates.entity.Component.LANGUAGE;
import static com.siacapp.templates.entity.Component.NAME;
import static com.siacapp.templates.entity.Severity.ERROR;
import static com.siacapp.templates.entity.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Meta's rules for a template, each with its limits. Meta, message templates: components, parameter formats,
 * authentication templates; error codes of template creation.
 *
 * <p>What Meta's pages say for certain is an error; what only the field reports, or what does not stop a submission, is a
 * warning.
 */
public enum Rule {
    NAME_MISSING("name.missing", NAME, ERROR),
    NAME_CHARACTERS("name.characters", NAME, ERROR),
    NAME_TOO_LONG("name.too_long", NAME, ERROR, 512),

    LANGUAGE_MALFORMED("language.malformed", LANGUAGE, ERROR),
    LANGUAGE_UNKNOWN("language.unknown", LANGUAGE, WARNING),

    CATEGORY_UNKNOWN("category.unknown", CATEGORY, ERROR),

    HEADER_TEXT_MISSING("header.text_missing", HEADER, ERROR),
    HEADER_TOO_LONG("header.too_long", HEADER, ERROR, 60),
    HEADER_TOO_MANY_VARIABLES("header.too_many_variables", HEADER, ERROR, 1),
    HEADER_EXAMPLE_MISSING("header.example_missing", HEADER, ERROR),
    HEADER_LINE_BREAK("header.line_break", HEADER, ERROR),
    HEADER_FORMATTING("header.formatting", HEADER, ERROR),
    HEADER_EMOJI("header.emoji", HEADER, WARNING),
    HEADER_SAMPLE_MISSING("header.sample_missing", HEADER, ERROR),
    HEADER_SAMPLE_INVALID("header.sample_invalid", HEADER, ERROR),

    BODY_MISSING("body.missing", BODY, ERROR),
    BODY_TOO_LONG("body.too_long", BODY, ERROR, 1024),
    BODY_TOO_LONG_WHEN_FILLED("body.too_long_when_filled", BODY, WARNING, 1024),
    BODY_VARIABLE_AT_START("body.variable_at_start", BODY, ERROR),
    BODY_VARIABLE_AT_END("body.variable_at_end", BODY, ERROR),
    BODY_VARIABLE_AT_EDGE("body.variable_at_edge", BODY, WARNING),
    BODY_VARIABLES_ADJACENT("body.variables_adjacent", BODY, ERROR),
    BODY_TOO_MANY_VARIABLES("body.too_many_variables", BODY, ERROR),
    BODY_MANY_VARIABLES("body.many_variables", BODY, WARNING),
    BODY_EXAMPLE_MISSING("body.example_missing", BODY, ERROR),
    BODY_EXAMPLE_UNUSED("body.example_unused", BODY, WARNING),

    VARIABLES_SYNTAX("variables.syntax", BODY, ERROR),
    VARIABLES_UNBALANCED_BRACES("variables.unbalanced_braces", BODY, ERROR),
    VARIABLES_SINGLE_BRACES("variables.single_braces", BODY, WARNING),
    VARIABLES_NOT_SEQUENTIAL("variables.not_sequential", BODY, ERROR),
    VARIABLES_MIXED_FORMATS("variables.mixed_formats", BODY, ERROR),
    VARIABLES_REPEATED("variables.repeated", BODY, WARNING),

    FOOTER_TOO_LONG("footer.too_long", FOOTER, ERROR, 60),
    FOOTER_VARIABLE("footer.variable", FOOTER, ERROR),
    FOOTER_LINE_BREAK("footer.line_break", FOOTER, ERROR),
    FOOTER_EMOJI("footer.emoji", FOOTER, WARNING),
    FOOTER_OPT_OUT_MISSING("footer.opt_out_missing", FOOTER, WARNING),

    BUTTONS_TOO_MANY("buttons.too_many", BUTTONS, ERROR, 10),
    BUTTONS_TOO_MANY_URLS("buttons.too_many_urls", BUTTONS, ERROR, 2),
    BUTTONS_TOO_MANY_PHONE_NUMBERS("buttons.too_many_phone_numbers", BUTTONS, ERROR, 1),
    BUTTONS_TOO_MANY_COPY_CODES("buttons.too_many_copy_codes", BUTTONS, ERROR, 1),
    BUTTONS_NOT_GROUPED("buttons.not_grouped", BUTTONS, ERROR),
    BUTTONS_HIDDEN_ON_DESKTOP("buttons.hidden_on_desktop", BUTTONS, WARNING, 3),
    BUTTONS_LABEL_MISSING("buttons.label_missing", BUTTONS, ERROR),
    BUTTONS_LABEL_TOO_LONG("buttons.label_too_long", BUTTONS, ERROR, 25),
    BUTTONS_LABEL_VARIABLE("buttons.label_variable", BUTTONS, ERROR),
    BUTTONS_URL_INVALID("buttons.url_invalid", BUTTONS, ERROR),
    BUTTONS_URL_TOO_LONG("buttons.url_too_long", BUTTONS, ERROR, 2000),
    BUTTONS_URL_VARIABLE("buttons.url_variable", BUTTONS, ERROR, 1),
    BUTTONS_URL_EXAMPLE_MISSING("buttons.url_example_missing", BUTTONS, ERROR),
    BUTTONS_PHONE_NUMBER_INVALID("buttons.phone_number_invalid", BUTTONS, ERROR, 20),
    BUTTONS_COPY_CODE_INVALID("buttons.copy_code_invalid", BUTTONS, ERROR, 15),
    BUTTONS_COPY_CODE_OUTSIDE_MARKETING("buttons.copy_code_outside_marketing", BUTTONS, WARNING),
    BUTTONS_OTP_OUTSIDE_AUTHENTICATION("buttons.otp_outside_authentication", BUTTONS, ERROR),

    LINKS_INSECURE("links.insecure", BODY, WARNING),
    LINKS_SHORTENED("links.shortened", BODY, WARNING),
    LINKS_TO_WHATSAPP("links.to_whatsapp", BUTTONS, WARNING),

    AUTHENTICATION_HEADER("authentication.header", HEADER, ERROR),
    AUTHENTICATION_BODY("authentication.body", BODY, WARNING),
    AUTHENTICATION_FOOTER("authentication.footer", FOOTER, ERROR),
    AUTHENTICATION_EXPIRATION("authentication.expiration", FOOTER, ERROR, 1, 90),
    AUTHENTICATION_OTP_BUTTON("authentication.otp_button", BUTTONS, ERROR, 1),
    AUTHENTICATION_APPS("authentication.apps", BUTTONS, ERROR, 5, 224, 11),
    AUTHENTICATION_TERMS("authentication.terms", BUTTONS, ERROR),
    AUTHENTICATION_OPTIONS_UNUSED("authentication.options_unused", BODY, WARNING);

    private final String code;
    private final Component component;
    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of immutable numbers
    private final List<Integer> limits;

    Rule(String code, Component component, Severity severity, Integer... limits) {
        this.code = code;
        this.component = component;
        this.severity = severity;
        this.limits = List.of(limits);
    }

    /** The stable name of this rule: what it is about, and what goes wrong. */
    public String code() {
        return code;
    }

    /** What the rule is about: the first half of its code. */
    public String subject() {
        return code.substring(0, code.indexOf('.'));
    }

    /** The component it is usually found in. */
    public Component component() {
        return component;
    }

    public Severity severity() {
        return severity;
    }

    /** The figure it is about, if it has a single one. */
    public int limit() {
        return limit(0);
    }

    /** One of its figures, in the order of its statement. */
    public int limit(int index) {
        return limits.get(index);
    }

    /** The code Meta answers when a template that breaks this rule is created, where it is known. */
    public OptionalInt metaCode() {
        return switch (this) {
            case HEADER_TOO_LONG, BODY_TOO_LONG, FOOTER_TOO_LONG, BUTTONS_LABEL_TOO_LONG, BUTTONS_URL_TOO_LONG ->
                OptionalInt.of(2388040);
            case HEADER_LINE_BREAK, HEADER_FORMATTING -> OptionalInt.of(2388047);
            case FOOTER_LINE_BREAK -> OptionalInt.of(2388073);
            case BODY_TOO_MANY_VARIABLES -> OptionalInt.of(2388293);
            case BODY_VARIABLE_AT_START, BODY_VARIABLE_AT_END -> OptionalInt.of(2388299);
            default -> OptionalInt.empty();
        };
    }

    /** The rule in one sentence. */
    public String statement(Locale locale) {
        return RuleMessages.in(locale).text(code + ".rule", limits());
    }

    String[] limits() {
        return limits.stream().map(Object::toString).toArray(String[]::new);
    }
}
