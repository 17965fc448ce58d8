package com.siacapp.templates.boundary;

import com.siacapp.grants.entity.Scope;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Describe;
import com.siacapp.protocol.entity.Spanish;

/** Ways to start work on a template. */
public class TemplatePrompts {

    /** Has the model write a template and validate it before it shows it. */
    @Prompt(
            name = "draft_template",
            title = "Draft a WhatsApp template",
            description = "Writes a template for an objective, validates it against Meta's rules and shows the result.")
    @Spanish(
            title = "Redactar una plantilla de WhatsApp",
            description = "Redacta una plantilla para un objetivo, la valida con las reglas de Meta y la muestra.")
    public String draft(Draft draft, CallContext context) {
        var request = context.text("""
                Draft a WhatsApp Business message template.
                Objective: %s
                Language: %s
                Category: %s
                Read the resource siac://rules/whatsapp-templates first. Write the template, check it with \
                siac_validate_template, mend every finding and check it again until there is none. \
                Then show me the template with example values and ask whether to save it as a draft.""", """
                Redacta una plantilla de mensaje de WhatsApp Business.
                Objetivo: %s
                Idioma: %s
                Categoría: %s
                Lee primero el recurso siac://rules/whatsapp-templates. Escribe la plantilla, revísala con \
                siac_validate_template, corrige cada hallazgo y revísala de nuevo hasta que no quede ninguno. \
                Después muéstrame la plantilla con valores de ejemplo y pregunta si la guardas como borrador.""");
        return request.formatted(draft.objective(), draft.language(), draft.category());
    }

    /** Has the model mend a template of the company. */
    @Prompt(
            name = "improve_template",
            title = "Improve a template",
            description = "Reads one of your templates, mends what Meta would refuse and proposes a clearer text.",
            scope = Scope.TEMPLATES_READ)
    @Spanish(
            title = "Mejorar una plantilla",
            description = "Lee una de tus plantillas, corrige lo que Meta rechazaría y propone un texto más claro.")
    public String improve(Chosen chosen, CallContext context) {
        var request = context.text("""
                Read the WhatsApp template %s in the language %s with siac_get_template. Mend every finding, make the \
                text shorter and clearer without changing what it promises, and check it with siac_validate_template \
                until there is no finding. Then show me both texts and ask which one to save as a draft.""", """
                Lee la plantilla de WhatsApp %s en el idioma %s con siac_get_template. Corrige cada hallazgo, haz el \
                texto más corto y claro sin cambiar lo que promete, y revísalo con siac_validate_template hasta que no \
                quede ningún hallazgo. Después muéstrame los dos textos y pregunta cuál guardas como borrador.""");
        return request.formatted(chosen.templateName(), chosen.languageCode());
    }

    /** Which template. */
    public record Chosen(
            @Describe("The name of one of the company's templates")
            String templateName,

            @Describe("The language of it to improve, such as es or en_US")
            String languageCode) {}

    /** What to write. */
    public record Draft(
            @Describe("What the message is to achieve, and for whom")
            String objective,

            @Describe("Language code as Meta writes it, such as es or en_US")
            String language,

            @Describe("MARKETING, UTILITY or AUTHENTICATION")
            String category) {}
}
