package com.siacapp.templates.entity;

import java.util.List;

/** What the rules found in a template, errors first. */
public record Validation(List<Finding> findings) {

    public Validation {
        findings = List.copyOf(findings);
    }

    /** Whether nothing was found that Meta refuses. */
    public boolean passed() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /** The findings about some components only. */
    public Validation of(List<Component> components) {
        return new Validation(findings.stream()
                .filter(finding -> components.contains(finding.component()))
                .toList());
    }
}
