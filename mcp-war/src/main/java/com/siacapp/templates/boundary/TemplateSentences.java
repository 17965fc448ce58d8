package com.siacapp.templates.boundary;

import com.siacapp.protocol.entity.CallContext;
import com.siacapp.templates.entity.Finding;
import com.siacapp.templates.entity.SavedDraft;
import com.siacapp.templates.entity.TemplatePage;
import com.siacapp.templates.entity.Validation;

/** One or two sentences for the person: the facts to decide on, and the next step. */
final class TemplateSentences {

    private TemplateSentences() {}

    static String verdict(String name, Validation validation, CallContext context) {
        var findings = validation.findings();
        if (findings.isEmpty()) {
            return context.text(
                            "The template %s keeps all of Meta's rules.",
                            "La plantilla %s cumple todas las reglas de Meta.")
                    .formatted(name);
        }
        var errors = findings.stream().filter(Finding::isError).count();
        var warnings = findings.size() - errors;
        var sentence = validation.passed()
                ? context.text(
                                "Meta can accept the template %s; warnings: %d. First: %s",
                                "Meta puede aceptar la plantilla %s; advertencias: %d. La primera: %s")
                        .formatted(name, warnings, findings.get(0).remedy(context.locale()))
                : context.text(
                                "Meta would refuse the template %s; errors: %d, warnings: %d. First: %s",
                                "Meta rechazaría la plantilla %s; errores: %d, advertencias: %d. El primero: %s")
                        .formatted(name, errors, warnings, findings.get(0).remedy(context.locale()));
        return sentence;
    }

    static String saved(SavedDraft saved, CallContext context) {
        var what = saved.created()
                ? context.text("Saved as a new draft.", "Guardada como borrador nuevo.")
                : context.text("The earlier draft was replaced.", "Se reemplazó el borrador anterior.");
        return what + " " + verdict(saved.template().key().name(), saved.validation(), context);
    }

    static String listed(TemplatePage page, CallContext context) {
        if (page.templates().isEmpty()) {
            return context.text("No template matches.", "Ninguna plantilla coincide.");
        }
        var count = context.text("Templates on this page: %d.", "Plantillas en esta página: %d.")
                .formatted(page.templates().size());
        return page.hasMore()
                ? count + context.text(" There are more: pass next_cursor.", " Hay más: pasa next_cursor.")
                : count;
    }
}
