package com.siacapp.tools.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Texts;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolException;
import com.siacapp.tools.entity.ToolResult;
import com.siacapp.users.entity.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One tool: what the list says of it, who may call it, and the call. */
public final class DeclaredTool {

    private final Tool tool;
    private final Texts texts;
    private final Set<Scope> scopes;
    private final BoundMethod method;
    private final ObjectNode inputSchema;
    private final ObjectNode outputSchema;
    private final Rules inputRules;
    private final Rules outputRules;

    DeclaredTool(Tool tool, BoundMethod method, ObjectNode inputSchema, ObjectNode outputSchema) {
        this.tool = tool;
        this.texts = Texts.of(method.method(), tool.title(), tool.description());
        this.scopes = Set.of(tool.scope());
        this.method = method;
        this.inputSchema = inputSchema;
        this.outputSchema = outputSchema;
        this.inputRules = new Rules(inputSchema);
        this.outputRules = new Rules(outputSchema);
    }

    public String name() {
        return tool.name();
    }

    public Set<Scope> scopes() {
        return scopes;
    }

    /** Design, security model: the role decides visibility. */
    boolean isVisibleTo(Role role) {
        return scopes.stream().allMatch(scope -> scope.isOpenTo(role));
    }

    /** Design, security model: the scope decides step-up. */
    public boolean isGrantedTo(Caller caller) {
        return scopes.stream().allMatch(caller::wasGranted);
    }

    /** The tool as {@code tools/list} shows it; the hints are always complete, for clients that ask for all of them. */
    ObjectNode describe(Locale locale) {
        var description = Json.object()
                .put("name", tool.name())
                .put("title", texts.title(locale))
                .put("description", texts.description(locale));
        description.set("inputSchema", inputSchema);
        description.set("outputSchema", outputSchema);
        var hints = tool.annotations();
        description
                .putObject("annotations")
                .put("title", texts.title(locale))
                .put("readOnlyHint", hints.readOnlyHint())
                .put("destructiveHint", hints.destructiveHint())
                .put("idempotentHint", hints.idempotentHint())
                .put("openWorldHint", hints.openWorldHint());
        // OpenAI, plugins/build/auth: on the tool, and again in its _meta for clients that drop unknown fields.
        description.putArray("securitySchemes").add(securityScheme());
        description.putObject("_meta").putArray("securitySchemes").add(securityScheme());
        return description;
    }

    /** Every rule of the input schema the arguments break. */
    public List<String> rulesBrokenBy(ObjectNode arguments, Locale locale) {
        return inputRules.brokenBy(arguments, locale);
    }

    /** Calls the method with arguments that break no rule. */
    public Outcome call(ObjectNode arguments, CallContext context) {
        var answer = method.call(bound(arguments, context), context);
        return answer instanceof ToolResult<?> result
                ? new Outcome(checked(result.structuredContent()), result)
                : new Outcome(checked(answer), null);
    }

    /** What a call gave. */
    public record Outcome(
            JsonNode structuredContent, @Nullable ToolResult<?> result) {}

    private @Nullable Object bound(ObjectNode arguments, CallContext context) {
        if (method.argumentsType().isEmpty()) {
            return null;
        }
        try {
            return Json.MAPPER.treeToValue(arguments, method.argumentsType().get());
        } catch (JsonProcessingException unfit) {
            // The schema let it pass and the record does not: a rule of the record's own constructor.
            throw new ToolException(context.text(
                    "The arguments do not fit this tool.", "Los argumentos no sirven para esta herramienta."));
        }
    }

    /** MCP 2026-07-28, server/tools, output schema: a result that breaks it is our fault. */
    private JsonNode checked(Object record) {
        JsonNode structured = Json.MAPPER.valueToTree(record);
        var broken = outputRules.brokenBy(structured, Locale.ENGLISH);
        if (!broken.isEmpty()) {
            throw new IllegalStateException(method + " broke its output schema: " + broken);
        }
        return structured;
    }

    private ObjectNode securityScheme() {
        var scheme = Json.object().put("type", "oauth2");
        var names = scheme.putArray("scopes");
        scopes.stream().map(Scope::wireName).sorted().forEach(names::add);
        return scheme;
    }
}
