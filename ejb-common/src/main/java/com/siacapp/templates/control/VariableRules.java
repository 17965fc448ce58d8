package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Component.BODY;
import static com.siacapp.templates.entity.Component.HEADER;
import static com.siacapp.templates.entity.Rule.VARIABLES_MIXED_FORMATS;
import static com.siacapp.templates.entity.Rule.VARIABLES_NOT_SEQUENTIAL;
import static com.siacapp.templates.entity.Rule.VARIABLES_REPEATED;
import static com.siacapp.templates.entity.Rule.VARIABLES_SINGLE_BRACES;
import static com.siacapp.templates.entity.Rule.VARIABLES_SYNTAX;
import static com.siacapp.templates.entity.Rule.VARIABLES_UNBALANCED_BRACES;

import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.Component;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateText;
import com.siacapp.templates.entity.TemplateText.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Meta, message templates: parameter formats. Header and body each count their own positions from 1. */
final class VariableRules {

    private VariableRules() {}

    static void check(TemplateContent content, Findings findings) {
        if (content.isFor(Category.AUTHENTICATION)) {
            return;
        }
        var header = new TemplateText(content.components().header().text());
        var body = new TemplateText(content.components().body().text());
        checkOne(HEADER, header, findings);
        checkOne(BODY, body, findings);
        var all = Stream.concat(header.variables().stream(), body.variables().stream())
                .toList();
        mixedFormats(all, findings);
        repeatedNames(all, findings);
    }

    private static void checkOne(Component component, TemplateText text, Findings findings) {
        syntax(component, text, findings);
        balancedBraces(component, text, findings);
        sequence(component, text, findings);
    }

    private static void syntax(Component component, TemplateText text, Findings findings) {
        var illegal = text.variables().stream()
                .filter(variable -> !variable.isPositional() && !variable.isNamed())
                .map(variable -> "{{" + variable.name() + "}}")
                .distinct()
                .collect(Collectors.joining(", "));
        if (!illegal.isEmpty()) {
            findings.addIn(component, VARIABLES_SYNTAX, illegal);
        }
    }

    private static void balancedBraces(Component component, TemplateText text, Findings findings) {
        var fixed = text.fixedText();
        if (fixed.contains("{{") || fixed.contains("}}")) {
            findings.addIn(component, VARIABLES_UNBALANCED_BRACES);
        } else if (fixed.contains("{") || fixed.contains("}")) {
            findings.addIn(component, VARIABLES_SINGLE_BRACES);
        }
    }

    private static void sequence(Component component, TemplateText text, Findings findings) {
        var positions = text.variables().stream()
                .filter(Variable::isPositional)
                .map(variable -> Integer.valueOf(variable.name()))
                .collect(Collectors.toSet());
        for (var expected = 1; expected <= positions.size(); expected++) {
            if (!positions.contains(expected)) {
                findings.addIn(component, VARIABLES_NOT_SEQUENTIAL, "{{" + expected + "}}", positions.size());
                return;
            }
        }
    }

    private static void mixedFormats(List<Variable> variables, Findings findings) {
        if (variables.stream().anyMatch(Variable::isPositional)
                && variables.stream().anyMatch(Variable::isNamed)) {
            findings.add(VARIABLES_MIXED_FORMATS);
        }
    }

    private static void repeatedNames(List<Variable> variables, Findings findings) {
        var seen = new HashSet<Variable>();
        var repeated = variables.stream()
                .filter(Variable::isNamed)
                .filter(variable -> !seen.add(variable))
                .map(Variable::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!repeated.isEmpty()) {
            findings.add(VARIABLES_REPEATED, repeated);
        }
    }
}
