package com.siacapp.completions.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.completions.control.Completable;
import com.siacapp.completions.control.CompletionRegistry;
import com.siacapp.completions.entity.Typed;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.RpcMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code completion/complete} (MCP 2026-07-28, server/utilities/completion). */
@Singleton
public class CompletionComplete implements RpcMethod {

    private final CompletionRegistry registry;

    @Inject
    public CompletionComplete(CompletionRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "completion/complete";
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var completable = completable(params.path("ref"), context)
                .orElseThrow(() -> INVALID_PARAMS.because("ref names neither a prompt nor a resource of ours"));
        var argument = text(params.at("/argument/name"), "argument.name");
        if (!completable.arguments().contains(argument)) {
            throw INVALID_PARAMS.because("the arguments to complete are " + completable.arguments());
        }
        var typed = new Typed(
                text(params.at("/argument/value"), "argument.value"), others(params.at("/context/arguments")));
        var suggestions = registry.suggest(completable, argument, typed, context);
        var result = Json.object();
        var completion = result.putObject("completion");
        suggestions.values().forEach(completion.putArray("values")::add);
        suggestions.total().ifPresent(total -> completion.put("total", total));
        completion.put("hasMore", suggestions.hasMore());
        return result;
    }

    private Optional<Completable> completable(JsonNode ref, CallContext context) {
        return switch (ref.path("type").asText()) {
            case "ref/prompt" ->
                registry.promptNamed(ref.path("name").asText(), context.caller().role());
            case "ref/resource" -> registry.resourceOf(ref.path("uri").asText(), context.caller());
            default -> Optional.empty();
        };
    }

    private static Map<String, String> others(JsonNode arguments) {
        var others = new HashMap<String, String>();
        arguments
                .properties()
                .forEach(other -> others.put(other.getKey(), text(other.getValue(), "context.arguments")));
        return others;
    }

    private static String text(JsonNode value, String name) {
        if (!value.isTextual()) {
            throw INVALID_PARAMS.because(name + " must be a string");
        }
        return value.textValue();
    }
}
