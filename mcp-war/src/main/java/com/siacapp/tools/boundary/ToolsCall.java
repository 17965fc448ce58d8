package com.siacapp.tools.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.Params;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.Unanswered;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.tools.control.DeclaredTool;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.ToolException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** {@code tools/call} (MCP 2026-07-28, server/tools, calling tools). */
@Singleton
public class ToolsCall implements RpcMethod {

    private final ToolRegistry registry;
    private final BearerChallenge challenge;

    @Inject
    public ToolsCall(ToolRegistry registry, BearerChallenge challenge) {
        this.registry = registry;
        this.challenge = challenge;
    }

    @Override
    public String name() {
        return "tools/call";
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var tool = registry.find(params.path("name").asText(), context.caller().role())
                .orElseThrow(() -> INVALID_PARAMS.because("unknown tool"));
        return tool.access().isGrantedTo(context.caller())
                ? invoke(tool, Params.argumentsIn(params), context)
                : stepUp(tool, context);
    }

    @Override
    public Map<String, JsonNode> mirrored(ObjectNode params, Caller caller) {
        return registry.find(params.path("name").asText(), caller.role())
                .map(tool -> tool.mirrored(params.path("arguments")))
                .orElse(Map.of());
    }

    private static ObjectNode invoke(DeclaredTool tool, ObjectNode arguments, CallContext context) {
        try {
            return success(tool.call(arguments, context), context);
        } catch (ToolException refusal) {
            return error(refusal.sentence());
        }
    }

    @Override
    public ObjectNode unanswered(Unanswered reason, CallContext context) {
        return error(reason.sentence(context));
    }

    /** 403 is the standard; ChatGPT opens its linking dialogue on a result instead (OpenAI, plugins/build/auth). */
    private ObjectNode stepUp(DeclaredTool tool, CallContext context) {
        var needed = context.caller().scopesAnd(tool.access().scopes());
        if (!context.client().readsChallengeFromResult()) {
            throw new InsufficientScope(needed);
        }
        var result = error(context.text(
                "The person has not allowed this yet. Ask them to connect again and allow it.",
                "La persona aún no ha permitido esto. Pídele que vuelva a conectar y lo permita."));
        result.putObject(MetaKey.META)
                .putArray("mcp/www_authenticate")
                .add(challenge.forInsufficientScope(context.caller(), needed));
        return result;
    }

    private static ObjectNode success(DeclaredTool.Outcome outcome, CallContext context) {
        var structured = outcome.structuredContent();
        var result = Json.object();
        var content = result.putArray("content");
        outcome.content().forEach(block -> content.add(block.json(context)));
        if (!structured.isMissingNode()) {
            var isKnown = context.version().hasStructuredContent(structured);
            // The record as text, where nothing else says it: a bare record, or a client that knows text only.
            if (content.isEmpty() || !isKnown) {
                content.add(Content.text(structured.toString()).json());
            }
            if (isKnown) {
                result.set("structuredContent", structured);
            }
        }
        if (!outcome.meta().isEmpty()) {
            result.set(MetaKey.META, Json.MAPPER.valueToTree(outcome.meta()));
        }
        return result;
    }

    private static ObjectNode error(String sentence) {
        var result = Json.object();
        result.putArray("content").add(Content.text(sentence).json());
        return result.put("isError", true);
    }
}
