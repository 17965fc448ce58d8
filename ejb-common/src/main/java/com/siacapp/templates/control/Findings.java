package com.siacapp.templates.control;

import com.siacapp.templates.entity.Component;
import com.siacapp.templates.entity.Finding;
import com.siacapp.templates.entity.Rule;
import com.siacapp.templates.entity.Validation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects what one validation finds. Not thread-safe. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(Rule rule, Object... details) {
        addIn(rule.component(), rule, details);
    }

    void addIn(Component component, Rule rule, Object... details) {
        found.add(new Finding(
                component, rule, Stream.of(details).map(Object::toString).toList()));
    }

    Validation asValidation() {
        return new Validation(found.stream()
                .sorted(Comparator.comparing((Finding finding) -> finding.rule().severity()))
                .toList());
    }
}
