package com.siacapp.prompts.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.prompts.entity.PromptMessage;
import com.siacapp.protocol.entity.Access;
import com.siacapp.protocol.entity.Arguments;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.Content;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Texts;
import com.siacapp.protocol.entity.UnfitArguments;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One prompt: what the list says of it, who may get it, and the messages it makes of its arguments. */
public final class DeclaredPrompt {

    private static final Set<String> ANSWERS = Set.of(
            String.class.getName(),
            PromptMessage.class.getName(),
            "%s<%s>".formatted(List.class.getName(), PromptMessage.class.getName()));

    private final Prompt prompt;
    private final Texts texts;
    private final Access access;
    private final List<PromptArgument> arguments;
    private final Arguments binding;
    private final BoundMethod method;

    DeclaredPrompt(BoundMethod method, Constraints constraints) {
        this.prompt = method.method().getAnnotation(Prompt.class);
        this.texts = Texts.of(method.method(), prompt.title(), prompt.description());
        this.access = Access.to(prompt.scope());
        this.arguments = method.argumentsType().map(PromptArgument::allOf).orElse(List.of());
        this.binding = new Arguments(method, constraints);
        this.method = method;
        if (prompt.name().isBlank() || prompt.description().isBlank()) {
            throw new BrokenDeclaration("The prompt %s lacks a name or a description.".formatted(method));
        }
        if (!ANSWERS.contains(method.method().getGenericReturnType().getTypeName())) {
            throw new BrokenDeclaration(
                    "The prompt %s must answer a String, a PromptMessage or a list of them.".formatted(method));
        }
    }

    public String name() {
        return prompt.name();
    }

    public Access access() {
        return access;
    }

    public List<String> argumentNames() {
        return arguments.stream().map(PromptArgument::name).toList();
    }

    /** The prompt as {@code prompts/list} shows it. */
    public ObjectNode describe(Locale locale) {
        var description = texts.describe(Json.object().put("name", prompt.name()), locale);
        var listed = description.putArray("arguments");
        arguments.stream().map(PromptArgument::describe).forEach(listed::add);
        return description;
    }

    /** The prompt as {@code prompts/get} shows it. */
    public ObjectNode messages(ObjectNode given, CallContext context) {
        verify(given);
        var result = Json.object().put("description", texts.description(context.locale()));
        var messages = result.putArray("messages");
        for (var message : messagesOf(answer(given, context))) {
            messages.addObject()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .set("content", message.content().json(context));
        }
        return result;
    }

    private Object answer(ObjectNode given, CallContext context) {
        try {
            return method.call(binding.of(given, context.locale()), context);
        } catch (UnfitArguments unfit) {
            throw INVALID_PARAMS.because(String.join("; ", unfit.broken()));
        }
    }

    private static List<PromptMessage> messagesOf(Object answer) {
        if (answer instanceof List<?> messages) {
            return messages.stream().map(PromptMessage.class::cast).toList();
        }
        return List.of(
                answer instanceof PromptMessage message ? message : PromptMessage.user(Content.text((String) answer)));
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
        var known = argumentNames();
        given.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw INVALID_PARAMS.because("this prompt knows no other arguments than " + known);
            }
        });
    }
}
