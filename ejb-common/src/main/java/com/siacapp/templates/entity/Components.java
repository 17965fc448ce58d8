package com.siacapp.templates.entity;

import java.util.List;

/** What a message made from a template shows. A footer that is not there is empty. Meta, message templates: components. */
public record Components(
        Header header, Body body, String footer, List<Button> buttons, AuthenticationOptions authentication) {

    public Components {
        buttons = List.copyOf(buttons);
    }

    /** Whether variables have names, by the first of them. Meta's {@code parameter_format}. */
    public ParameterFormat parameterFormat() {
        return new TemplateText(header.text() + "\n" + body.text())
                .variables().stream()
                        .findFirst()
                        .filter(variable -> !variable.isPositional())
                        .map(variable -> ParameterFormat.NAMED)
                        .orElse(ParameterFormat.POSITIONAL);
    }
}
