package com.siacapp.templates.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.templates.entity.Component;
import com.siacapp.templates.entity.Finding;
import com.siacapp.templates.entity.Rule;
import com.siacapp.templates.entity.Validation;

/** What the rules say of a draft, as tests put it. */
record Verdict(Validation validation) {

    static Verdict on(TemplateDraft draft) {
        return new Verdict(TemplateRules.check(draft.content()));
    }

    Verdict breaks(Rule rule) {
        assertThat(validation.findings()).extracting(Finding::rule).contains(rule);
        return this;
    }

    /** Breaks this rule and no other, in this component. */
    Verdict breaksOnly(Rule rule, Component component) {
        assertThat(validation.findings()).extracting(Finding::rule).containsExactly(rule);
        assertThat(validation.findings()).extracting(Finding::component).containsExactly(component);
        return this;
    }

    Verdict breaksOnly(Rule rule) {
        return breaksOnly(rule, rule.component());
    }

    Verdict keeps(Rule rule) {
        assertThat(validation.findings()).extracting(Finding::rule).doesNotContain(rule);
        return this;
    }

    Verdict keepsAll() {
        assertThat(validation.findings()).isEmpty();
        return this;
    }

    Verdict passes() {
        assertThat(validation.passed()).isTrue();
        return this;
    }

    Verdict fails() {
        assertThat(validation.passed()).isFalse();
        return this;
    }
}
