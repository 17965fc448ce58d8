package com.siacapp.templates.entity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A rule that a template does not keep.
 *
 * @param details what the remedy says of this template, in the order of its text
 */
public record Finding(Component component, Rule rule, List<String> details) {

    public Finding {
        details = List.copyOf(details);
    }

    public boolean isError() {
        return rule.severity() == Severity.ERROR;
    }

    /** What is wrong and how to mend it. */
    public String remedy(Locale locale) {
        var arguments =
                Stream.concat(Stream.of(rule.limits()), details.stream()).toArray(String[]::new);
        return RuleMessages.in(locale).text(rule.code() + ".remedy", arguments);
    }
}
