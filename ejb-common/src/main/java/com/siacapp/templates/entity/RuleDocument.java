package com.siacapp.templates.entity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** All rules as one page for people and models, written from the rules themselves so that it cannot drift from them. */
public final class RuleDocument {

    private RuleDocument() {}

    /** The page as Markdown. */
    public static String markdown(Locale locale) {
        var messages = RuleMessages.in(locale);
        var page = new StringBuilder(
                "# %s\n\n%s\n".formatted(messages.text("document.title"), messages.text("document.introduction")));
        Arrays.stream(Rule.values())
                .collect(groupingBy(Rule::subject, LinkedHashMap::new, toList()))
                .forEach((subject, rules) -> page.append(section(subject, rules, locale)));
        page.append("\n## %s\n\n%s\n"
                .formatted(messages.text("document.unchecked.title"), messages.text("document.unchecked")));
        return page.toString();
    }

    private static String section(String subject, List<Rule> rules, Locale locale) {
        var section = new StringBuilder(
                "\n## %s\n\n".formatted(RuleMessages.in(locale).text("document.subject." + subject)));
        rules.forEach(rule -> section.append(line(rule, locale)));
        return section.toString();
    }

    private static String line(Rule rule, Locale locale) {
        var messages = RuleMessages.in(locale);
        var consequence = messages.text("document." + rule.severity());
        if (rule.metaCode().isPresent()) {
            consequence += ", "
                    + messages.text(
                            "document.meta_code",
                            Integer.toString(rule.metaCode().getAsInt()));
        }
        return "- `%s` (%s): %s\n".formatted(rule.code(), consequence, rule.statement(locale));
    }
}
