package com.siacapp.templates.boundary;

import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Spanish;
import com.siacapp.resources.entity.ResourceTemplate;
import com.siacapp.templates.control.TemplateRules;
import com.siacapp.templates.entity.ReadTemplate;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The templates of a company as resources, which a person attaches to a conversation. */
public class TemplateResources {

    @Inject
    TemplateLibrary library;

    /** One of them, as {@code siac_get_template} answers it. */
    @ResourceTemplate(
            uriTemplate = "siac://templates/{template_id}",
            name = "template",
            title = "A template",
            description = "One of the company's WhatsApp templates, with its text, state and findings.",
            scope = Scope.TEMPLATES_READ)
    @Spanish(
            title = "Una plantilla",
            description = "Una de las plantillas de WhatsApp de la empresa, con su texto, estado y hallazgos.")
    public Optional<ReadTemplate> template(TemplateId id, CallContext context) {
        return library.get(context.caller(), id.templateId())
                .map(template -> ReadTemplate.of(template, TemplateRules.check(template.content()), context.locale()));
    }

    /** What tells them apart. */
    public record TemplateId(UUID templateId) {}
}
