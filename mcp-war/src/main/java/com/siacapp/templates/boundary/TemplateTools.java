package com.siacapp.templates.boundary;

import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Spanish;
import com.siacapp.resources.entity.Resource;
import com.siacapp.templates.control.TemplateRules;
import com.siacapp.templates.entity.Finding;
import com.siacapp.templates.entity.GetArguments;
import com.siacapp.templates.entity.ListArguments;
import com.siacapp.templates.entity.PageCursor;
import com.siacapp.templates.entity.ReadTemplate;
import com.siacapp.templates.entity.RuleDocument;
import com.siacapp.templates.entity.SavedTemplate;
import com.siacapp.templates.entity.StoredTemplate;
import com.siacapp.templates.entity.TemplateArguments;
import com.siacapp.templates.entity.TemplateContent;
import com.siacapp.templates.entity.TemplateList;
import com.siacapp.templates.entity.TemplatePreview;
import com.siacapp.templates.entity.ValidatedTemplate;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolException;
import com.siacapp.tools.entity.ToolResult;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model can do with the templates of its person's company. */
public class TemplateTools {

    @Inject
    TemplateLibrary library;

    /** Pure: keeps nothing. */
    @Tool(
            name = "siac_validate_template",
            title = "Check a WhatsApp template",
            description = """
                    Checks a WhatsApp message template against Meta's rules without keeping it. Every finding names \
                    the component, the rule, whether Meta refuses it (ERROR) or may (WARNING), and how to mend it. \
                    Use it after every change, before saving or submitting.""",
            scope = Scope.TEMPLATES_READ,
            annotations =
                    @Tool.Annotations(
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    @Spanish(
            title = "Revisar una plantilla de WhatsApp",
            description = "Revisa una plantilla de mensaje de WhatsApp con las reglas de Meta, sin guardarla.")
    public ToolResult<ValidatedTemplate> validate(TemplateArguments arguments, CallContext context) {
        var content = contentOf(arguments, context);
        var validation = TemplateRules.check(content);
        var result = ValidatedTemplate.of(content, validation, context.caller().tenant(), context.locale());
        return withPreview(
                ToolResult.of(result, TemplateSentences.verdict(content.name(), validation, context)), content);
    }

    /** Replaces an earlier draft of the same name and language, which is why it counts as destructive. */
    @Tool(
            name = "siac_save_template_draft",
            title = "Save a template draft",
            description = """
                    Saves a WhatsApp message template as a draft of the company and answers its template_id and \
                    findings. A draft of the same name and language is replaced. Nothing is sent to Meta. A draft may \
                    have findings, but its name, language and category must be legal.""",
            scope = Scope.TEMPLATES_WRITE,
            annotations = @Tool.Annotations(idempotentHint = true, openWorldHint = false))
    @Spanish(
            title = "Guardar un borrador de plantilla",
            description = "Guarda una plantilla de WhatsApp como borrador de la empresa; no envía nada a Meta.")
    public ToolResult<SavedTemplate> saveDraft(TemplateArguments arguments, CallContext context) {
        var content = contentOf(arguments, context);
        try {
            var saved = library.saveDraft(context.caller(), content);
            var result = SavedTemplate.of(saved, context.locale());
            return withPreview(ToolResult.of(result, TemplateSentences.saved(saved, context)), content);
        } catch (UnnameableDraftException refusal) {
            throw new ToolException(refusal.validation().findings().stream()
                    .filter(Finding::isError)
                    .map(finding -> finding.remedy(context.locale()))
                    .collect(Collectors.joining(" ")));
        }
    }

    /** The tenant's templates, page by page. */
    @Tool(
            name = "siac_list_templates",
            title = "List templates",
            description = "Lists the company's WhatsApp templates by name and language, with filters, page by page.",
            scope = Scope.TEMPLATES_READ,
            annotations =
                    @Tool.Annotations(
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    @Spanish(
            title = "Listar plantillas",
            description =
                    "Lista las plantillas de WhatsApp de la empresa por nombre e idioma, con filtros y por páginas.")
    public ToolResult<TemplateList> list(ListArguments arguments, CallContext context) {
        var question = new ListQuestion(arguments, context);
        var page = library.list(context.caller(), question.filter(), question.after(), question.pageSize());
        var templates = page.templates().stream()
                .map(template -> StoredTemplate.of(template, TemplateRules.check(template.content())))
                .toList();
        var result = new TemplateList(templates, page.next().map(PageCursor::of));
        return ToolResult.of(result, TemplateSentences.listed(page, context));
    }

    /** One of the tenant's templates, with all it says. */
    @Tool(
            name = "siac_get_template",
            title = "Read a template",
            description = "Reads one of the company's WhatsApp templates, with its text, state and findings, by"
                    + " template_id or by template_name and language_code.",
            scope = Scope.TEMPLATES_READ,
            annotations =
                    @Tool.Annotations(
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    @Spanish(
            title = "Leer una plantilla",
            description = "Lee una plantilla de WhatsApp de la empresa, con su texto, estado y hallazgos.")
    public ToolResult<ReadTemplate> get(GetArguments arguments, CallContext context) {
        var question = new GetQuestion(arguments, context);
        var template = question.askIn(library);
        var content = template.content();
        var validation = TemplateRules.check(content);
        var result = ReadTemplate.of(template, validation, context.locale());
        return withPreview(
                ToolResult.of(result, TemplateSentences.verdict(content.name(), validation, context)), content);
    }

    /** The rules as a page, for whoever writes a template. */
    @Resource(
            uri = "siac://rules/whatsapp-templates",
            name = "whatsapp-template-rules",
            title = "WhatsApp template rules",
            description = "Meta's rules for message templates, as siac_validate_template checks them.",
            mimeType = "text/markdown")
    @Spanish(
            title = "Reglas de las plantillas de WhatsApp",
            description =
                    "Las reglas de Meta para plantillas de mensaje, tal como siac_validate_template las comprueba.")
    public String rules(Locale locale) {
        return RuleDocument.markdown(locale);
    }

    private static TemplateContent contentOf(TemplateArguments arguments, CallContext context) {
        Storable.require(arguments, context);
        refuse(
                arguments.misplaced(),
                context.text(
                        "These fields mean nothing where they are: %s. Remove them.",
                        "Estos campos no significan nada donde están: %s. Quítalos."));
        refuse(
                arguments.oversized(),
                context.text(
                        "These values are too long for any message: %s. Shorten them.",
                        "Estos valores son demasiado largos para cualquier mensaje: %s. Acórtalos."));
        return arguments.content();
    }

    private static void refuse(List<String> fields, String sentence) {
        if (!fields.isEmpty()) {
            throw new ToolException(sentence.formatted(String.join(", ", fields)));
        }
    }

    private static <R extends Record> ToolResult<R> withPreview(ToolResult<R> result, TemplateContent content) {
        return result.withMeta(TemplatePreview.META_KEY, TemplatePreview.of(content));
    }
}
