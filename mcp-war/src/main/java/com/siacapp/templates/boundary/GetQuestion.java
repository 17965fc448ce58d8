package com.siacapp.templates.boundary;

import com.siacapp.protocol.entity.CallContext;
import com.siacapp.templates.entity.GetArguments;
import com.siacapp.templates.entity.Template;
import com.siacapp.templates.entity.TemplateKey;
import com.siacapp.tools.entity.ToolException;

/** Which template to read, understood: either by its id or by its name and language. */
record GetQuestion(GetArguments arguments, CallContext context) {

    GetQuestion {
        Storable.require(arguments, context);
        var byId = arguments.templateId().isPresent();
        var byName = arguments.templateName().isPresent();
        var byLanguage = arguments.languageCode().isPresent();
        if (byId == byName || byName != byLanguage) {
            throw new ToolException(context.text(
                    "Give either template_id, or template_name together with language_code.",
                    "Da template_id, o template_name junto con language_code."));
        }
    }

    Template askIn(TemplateLibrary library) {
        return arguments
                .templateId()
                .map(id -> library.get(context.caller(), id))
                .orElseGet(() -> library.get(context.caller(), key()))
                .orElseThrow(() -> new ToolException(context.text(
                        "The company has no such template. siac_list_templates shows those it has.",
                        "La empresa no tiene esa plantilla. siac_list_templates muestra las que tiene.")));
    }

    private TemplateKey key() {
        return new TemplateKey(
                arguments.templateName().orElseThrow(), arguments.languageCode().orElseThrow());
    }
}
