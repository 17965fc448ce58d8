package com.siacapp.templates.control;

import static com.siacapp.templates.entity.Rule.BODY_EXAMPLE_MISSING;
import static com.siacapp.templates.entity.Rule.BODY_EXAMPLE_UNUSED;
import static com.siacapp.templates.entity.Rule.BODY_MANY_VARIABLES;
import static com.siacapp.templates.entity.Rule.BODY_MISSING;
import static com.siacapp.templates.entity.Rule.BODY_TOO_LONG;
import static com.siacapp.templates.entity.Rule.BODY_TOO_LONG_WHEN_FILLED;
import static com.siacapp.templates.entity.Rule.BODY_TOO_MANY_VARIABLES;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLES_ADJACENT;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLE_AT_EDGE;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLE_AT_END;
import static com.siacapp.templates.entity.Rule.BODY_VARIABLE_AT_START;

import com.siacapp.templates.entity.Body;
import com.siacapp.templates.entity.Category;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateText;
import com.siacapp.templates.entity.TemplateText.Variable;
import java.util.stream.Collectors;

/** Meta, message templates: components, body. An authentication template has none of its own. */
final class BodyRules {

    private BodyRules() {}

    static void check(TemplateContent content, Findings findings) {
        if (content.isFor(Category.AUTHENTICATION)) {
            return;
        }
        var body = content.components().body();
        if (body.text().isBlank()) {
            findings.add(BODY_MISSING);
            return;
        }
        var text = new TemplateText(body.text());
        length(text, findings);
        filledLength(body, text, findings);
        variableAtStart(text, findings);
        variableAtEnd(text, findings);
        variableAtEdge(text, findings);
        adjacentVariables(text, findings);
        variablesForTheWords(text, findings);
        missingExamples(body, text, findings);
        unusedExamples(body, text, findings);
    }

    private static void length(TemplateText text, Findings findings) {
        if (text.length() > BODY_TOO_LONG.limit()) {
            findings.add(BODY_TOO_LONG, text.length());
        }
    }

    /** Sending fails (132005) when the values make the text too long. */
    private static void filledLength(Body body, TemplateText text, Findings findings) {
        var filled = new TemplateText(text.filledWith(body.examples())).length();
        if (filled > BODY_TOO_LONG_WHEN_FILLED.limit() && text.length() <= BODY_TOO_LONG.limit()) {
            findings.add(BODY_TOO_LONG_WHEN_FILLED, filled);
        }
    }

    private static void variableAtStart(TemplateText text, Findings findings) {
        if (text.startsWithVariable()) {
            findings.add(BODY_VARIABLE_AT_START, "{{" + first(text) + "}}");
        }
    }

    private static void variableAtEnd(TemplateText text, Findings findings) {
        if (text.endsWithVariable()) {
            findings.add(BODY_VARIABLE_AT_END, "{{" + last(text) + "}}");
        }
    }

    /** Providers report that Meta takes "{{1}}." for a variable at the end. */
    private static void variableAtEdge(TemplateText text, Findings findings) {
        if (text.hasVariableAtEdge() && !text.startsWithVariable() && !text.endsWithVariable()) {
            findings.add(BODY_VARIABLE_AT_EDGE);
        }
    }

    private static void adjacentVariables(TemplateText text, Findings findings) {
        if (text.hasAdjacentVariables()) {
            findings.add(BODY_VARIABLES_ADJACENT);
        }
    }

    /** Meta publishes no number. The field finds that n variables need 2n + 1 other words. */
    private static void variablesForTheWords(TemplateText text, Findings findings) {
        var variables = text.variables().size();
        var words = text.fixedWords();
        var needed = 2 * variables + 1;
        var comfortable = 3 * variables;
        if (variables > 0 && words < needed) {
            findings.add(BODY_TOO_MANY_VARIABLES, variables, words, needed);
        } else if (words < comfortable) {
            findings.add(BODY_MANY_VARIABLES, variables, words, comfortable);
        }
    }

    private static void missingExamples(Body body, TemplateText text, Findings findings) {
        var missing = text.variables().stream()
                .map(Variable::name)
                .distinct()
                .filter(name -> body.examples().getOrDefault(name, "").isBlank())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            findings.add(BODY_EXAMPLE_MISSING, missing);
        }
    }

    private static void unusedExamples(Body body, TemplateText text, Findings findings) {
        var used = text.variables().stream().map(Variable::name).toList();
        var unused = body.examples().keySet().stream()
                .filter(name -> !used.contains(name))
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            findings.add(BODY_EXAMPLE_UNUSED, unused);
        }
    }

    private static String first(TemplateText text) {
        return text.variables().get(0).name();
    }

    private static String last(TemplateText text) {
        var variables = text.variables();
        return variables.get(variables.size() - 1).name();
    }
}
