package com.siacapp.installation.boundary;

import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Spanish;

/** The start for a person who does not know yet what there is. */
public class HelpPrompt {

    /** Has the model explain itself from what it really has. */
    @Prompt(
            name = "siac_help",
            title = "What can SIAC Assistant do?",
            description = "Explains, with examples, what you can do here with your role and permissions.")
    @Spanish(
            title = "¿Qué puede hacer SIAC Assistant?",
            description = "Explica, con ejemplos, qué puedes hacer aquí con tu rol y tus permisos.")
    public String help(CallContext context) {
        return context.text("""
                Call siac_get_user_info, then tell me in a few lines what I can do with SIAC Assistant: \
                name only tools that are listed for me, give one example request for each, \
                and say which of them need a permission this connection does not have yet.""", """
                Llama a siac_get_user_info y después dime en pocas líneas qué puedo hacer con SIAC Assistant: \
                nombra solo las herramientas que aparecen para mí, da un ejemplo de petición de cada una \
                y di cuáles necesitan un permiso que esta conexión todavía no tiene.""");
    }
}
