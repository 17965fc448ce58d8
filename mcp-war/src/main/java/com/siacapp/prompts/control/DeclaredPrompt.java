package com.siacapp.prompts.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Texts;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One prompt: what the list says of it, and the message it makes of its arguments. */
public final class DeclaredPrompt {

    private final Prompt prompt;
    private final Texts texts;
    private final List<PromptArgument> arguments;
    private final BoundMethod method;

    DeclaredPrompt(BoundMethod method) {
        this.prompt = method.method().getAnnotation(Prompt.class);
        this.texts = Texts.of(method.method(), prompt.title(), prompt.description());
        this.arguments = method.argumentsType().map(PromptArgument::allOf).orElse(List.of());
        this.method = method;
        if (prompt.name().isBlank() || prompt.description().isBlank()) {
            throw new BrokenDeclaration("The prompt %s lacks a name or a description.".formatted(method));
        }
        if (method.method().getReturnType() != String.class) {
            throw new BrokenDeclaration("The prompt %s must answer a String.".formatted(method));
        }
    }

    public String name() {
        return prompt.name();
    }

    /** The prompt as {@code prompts/list} shows it. */
    public ObjectNode describe(Locale locale) {
        var description = Json.object()
                .put("name", prompt.name())
                .put("title", texts.title(locale))
                .put("description", texts.description(locale));
        var listed = description.putArray("arguments");
        arguments.stream().map(PromptArgument::describe).forEach(listed::add);
        return description;
    }

    /** The prompt as {@code prompts/get} shows it. */
    public ObjectNode message(ObjectNode given, CallContext context) {
        verify(given);
        var result = Json.object().put("description", texts.description(context.locale()));
        result.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", (String) method.call(bound(given), context));
        return result;
    }

    /** MCP 2026-07-28, server/prompts, error handling. */
    private void verify(ObjectNode given) {
        for (var argument : arguments) {
            var value = given.path(argument.name());
            if (argument.required() && value.isMissingNode()) {
                throw INVALID_PARAMS.because("the argument " + argument.name() + " is missing");
            }
            if (!value.isMissingNode() && !value.isTextual()) {
                throw INVALID_PARAMS.because("the argument " + argument.name() + " must be a string");
            }
        }
        var known = arguments.stream().map(PromptArgument::name).toList();
        given.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw INVALID_PARAMS.because("this prompt knows no other arguments than " + known);
            }
        });
    }

    private @Nullable Object bound(ObjectNode given) {
        if (method.argumentsType().isEmpty()) {
            return null;
        }
        try {
            return Json.MAPPER.treeToValue(given, method.argumentsType().get());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
