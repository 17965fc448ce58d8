package com.siacapp.tools.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.Access;
import com.siacapp.protocol.entity.Arguments;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.Texts;
import com.siacapp.protocol.entity.UnfitArguments;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolException;
import com.siacapp.tools.entity.ToolResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One tool: what the list says of it, who may call it, and the call. */
public final class DeclaredTool {

    /** Of its own, so that tests notice every line. */
    private static final Logger BROKEN_PROMISES = Logger.getLogger("com.siacapp.tools.broken-promises");

    /** Of the rules that arguments break; nobody mends more of them at once. */
    private static final int MOST_SHOWN = 20;

    private final Tool tool;
    private final Texts texts;
    private final Access access;
    private final BoundMethod method;
    private final ObjectNode inputSchema;
    private final Optional<ObjectNode> outputSchema;
    private final Rules inputRules;
    private final Optional<Rules> outputRules;
    private final Arguments binding;
    private final ParamHeaders headers;

    DeclaredTool(
            Tool tool,
            BoundMethod method,
            ObjectNode inputSchema,
            Optional<ObjectNode> outputSchema,
            Constraints constraints) {
        this.tool = tool;
        this.texts = Texts.of(method.method(), tool.title(), tool.description());
        this.access = Access.to(tool.scope());
        this.method = method;
        this.inputSchema = inputSchema;
        this.outputSchema = outputSchema;
        this.inputRules = new Rules(inputSchema);
        this.outputRules = outputSchema.map(Rules::new);
        this.binding = new Arguments(method, constraints);
        this.headers = new ParamHeaders(inputSchema);
    }

    public String name() {
        return tool.name();
    }

    public Access access() {
        return access;
    }

    /** The view that shows its results. */
    Optional<Tool.View> view() {
        return Arrays.stream(tool.view()).findFirst();
    }

    /** The tool as {@code tools/list} shows it; the hints are always complete, for clients that ask for all of them. */
    ObjectNode describe(Reader reader) {
        var description = texts.describe(Json.object().put("name", tool.name()), reader.locale());
        description.set("inputSchema", inputSchema);
        outputSchema
                .filter(schema -> reader.isModern() || ToolDeclarations.isObject(schema))
                .ifPresent(schema -> description.set("outputSchema", schema));
        var hints = tool.annotations();
        description
                .putObject("annotations")
                .put("title", texts.title(reader.locale()))
                .put("readOnlyHint", hints.readOnlyHint())
                .put("destructiveHint", hints.destructiveHint())
                .put("idempotentHint", hints.idempotentHint())
                .put("openWorldHint", hints.openWorldHint());
        // OpenAI, plugins/build/auth: on the tool, and again in its _meta for clients that drop unknown fields.
        description.putArray("securitySchemes").add(securityScheme());
        var meta = description.withObjectProperty(MetaKey.META);
        meta.putArray("securitySchemes").add(securityScheme());
        ToolMetadata.addTo(meta, tool, reader.locale());
        return description;
    }

    /** The arguments modern clients repeat in headers, by the headers' names. */
    public Map<String, JsonNode> mirrored(JsonNode arguments) {
        return headers.in(arguments);
    }

    /** Every rule of the input schema the arguments break. */
    public List<String> rulesBrokenBy(ObjectNode arguments, Locale locale) {
        return inputRules.brokenBy(arguments, locale);
    }

    /**
     * Calls the method, with arguments that keep every rule.
     *
     * @throws ToolException if they break one, or if the tool refuses
     */
    public Outcome call(ObjectNode arguments, CallContext context) {
        requireNone(rulesBrokenBy(arguments, context.locale()), context);
        var answer = method.call(bound(arguments, context), context);
        if (answer instanceof ToolResult<?> result) {
            return new Outcome(checked(result.structuredContent()), result.content(), result.meta());
        }
        return outputRules.isPresent()
                ? new Outcome(checked(answer), List.of(), Map.of())
                : new Outcome(MissingNode.getInstance(), contentIn(answer), Map.of());
    }

    /**
     * What a call gave.
     *
     * @param structuredContent missing if the tool has none
     */
    public record Outcome(JsonNode structuredContent, List<Content> content, Map<String, Object> meta) {}

    private @Nullable Object bound(ObjectNode arguments, CallContext context) {
        try {
            return binding.of(arguments, context.locale());
        } catch (UnfitArguments unfit) {
            requireNone(unfit.broken(), context);
            throw new ToolException(context.text(
                    "The arguments do not fit this tool.", "Los argumentos no sirven para esta herramienta."));
        }
    }

    private static void requireNone(List<String> broken, CallContext context) {
        if (!broken.isEmpty()) {
            var heading = context.text("The arguments break these rules:", "Los argumentos incumplen estas reglas:");
            var shown = broken.subList(0, Math.min(broken.size(), MOST_SHOWN));
            throw new ToolException(heading + "\n- " + String.join("\n- ", shown));
        }
    }

    private static List<Content> contentIn(Object answer) {
        var blocks = answer instanceof List<?> several ? several.stream() : Stream.of(answer);
        return blocks.map(block -> block instanceof Content content ? content : Content.text((String) block))
                .toList();
    }

    /** MCP 2026-07-28, server/tools, output schema: a result that breaks it is our fault. */
    private JsonNode checked(Object value) {
        JsonNode structured = Json.MAPPER.valueToTree(value);
        var broken = outputRules.orElseThrow().brokenBy(structured, Locale.ENGLISH);
        if (!broken.isEmpty()) {
            BROKEN_PROMISES.errorf("The tool %s broke its output schema: %s", tool.name(), broken);
            throw new IllegalStateException(method + " broke its output schema");
        }
        return structured;
    }

    private ObjectNode securityScheme() {
        var scheme = Json.object().put("type", "oauth2");
        var names = scheme.putArray("scopes");
        access.scopes().stream().map(Scope::wireName).sorted().forEach(names::add);
        return scheme;
    }
}
