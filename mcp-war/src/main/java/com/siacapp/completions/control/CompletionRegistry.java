package com.siacapp.completions.control;

import com.siacapp.completions.entity.CompletePrompt;
import com.siacapp.completions.entity.CompleteResourceTemplate;
import com.siacapp.completions.entity.Suggestions;
import com.siacapp.completions.entity.Typed;
import com.siacapp.grants.entity.Caller;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.BoundMethod;
import com.siacapp.protocol.entity.BrokenDeclaration;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.users.entity.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All completions. */
public final class CompletionRegistry {

    private final Map<Argument, BoundMethod> methods = new HashMap<>();
    private final PromptRegistry prompts;
    private final ResourceRegistry resources;

    /** @throws BrokenDeclaration if one of them is declared wrongly */
    public CompletionRegistry(
            Collection<Offer> ofPrompts,
            Collection<Offer> ofTemplates,
            PromptRegistry prompts,
            ResourceRegistry resources) {
        this.prompts = prompts;
        this.resources = resources;
        for (var offer : ofPrompts) {
            var declared = offer.method().getAnnotation(CompletePrompt.class);
            add(offer, promptNamed(declared.prompt(), Role.ADMINISTRATOR), declared.argument());
        }
        for (var offer : ofTemplates) {
            var declared = offer.method().getAnnotation(CompleteResourceTemplate.class);
            add(offer, templateOf(declared.uriTemplate(), Role.ADMINISTRATOR), declared.variable());
        }
    }

    /** The prompt of this name, if a person of this role may know of it. */
    public Optional<Completable> promptNamed(String name, Role role) {
        return prompts.find(name, role)
                .map(prompt -> new Completable("prompt " + name, prompt.argumentNames(), prompt.access()));
    }

    /** The template that is written like this, or the resource of this URI, which leaves nothing to complete. */
    public Optional<Completable> resourceOf(String uri, Caller caller) {
        return templateOf(uri, caller.role())
                .or(() -> resources
                        .find(uri, caller)
                        .map(resource -> new Completable("resource " + uri, List.of(), resource.access())));
    }

    /** What may be meant by what was typed for this argument; nothing where no method says it. */
    public Suggestions suggest(Completable completable, String argument, Typed typed, CallContext context) {
        var method = methods.get(new Argument(completable.name(), argument));
        if (method == null || !completable.access().isGrantedTo(context.caller())) {
            return Suggestions.NONE;
        }
        try {
            return (Suggestions) method.call(typed, context);
        } catch (InputRequired asked) {
            throw new IllegalStateException(method + " asked, which completions may not", asked);
        }
    }

    private Optional<Completable> templateOf(String uriTemplate, Role role) {
        return resources
                .findTemplate(uriTemplate, role)
                .map(template -> new Completable("template " + uriTemplate, template.variables(), template.access()));
    }

    private void add(Offer offer, Optional<Completable> completable, String argument) {
        var method = BoundMethod.of(offer);
        if (method.argumentsType().filter(Typed.class::equals).isEmpty()
                || offer.method().getReturnType() != Suggestions.class) {
            throw new BrokenDeclaration("The completion %s must take Typed and answer Suggestions.".formatted(offer));
        }
        // MCP 2026-07-28, multi round-trip requests, supported requests: completions may not ask.
        if (List.of(offer.method().getParameterTypes()).contains(CallContext.class)) {
            throw new BrokenDeclaration("The completion %s must not take CallContext, which asks.".formatted(offer));
        }
        var name = completable
                .filter(known -> known.arguments().contains(argument))
                .map(Completable::name)
                .orElseThrow(() -> new BrokenDeclaration(
                        "The completion %s is for an argument that is nowhere declared.".formatted(offer)));
        if (methods.put(new Argument(name, argument), method) != null) {
            throw new BrokenDeclaration("%s of the %s has two completions.".formatted(argument, name));
        }
    }

    private record Argument(String of, String name) {}
}
