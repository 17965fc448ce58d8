package com.siacapp.templates.boundary;

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

    /** What to write. */
    public record Draft(
            @Describe("What the message is to achieve, and for whom")
            String objective,

            @Describe("Language code as Meta writes it, such as es or en_US")
            String language,

            @Describe("MARKETING, UTILITY or AUTHENTICATION")
            String category) {}
}
