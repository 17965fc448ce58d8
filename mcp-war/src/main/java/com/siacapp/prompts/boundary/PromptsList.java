package com.siacapp.prompts.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.prompts.control.DeclaredPrompt;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.RpcMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code prompts/list} (MCP 2026-07-28, server/prompts, listing prompts). */
@Singleton
public class PromptsList implements RpcMethod {

    private final PromptRegistry registry;
    private final Pagination pagination;

    @Inject
    public PromptsList(PromptRegistry registry, Pagination pagination) {
        this.registry = registry;
        this.pagination = pagination;
    }

    @Override
    public String name() {
        return "prompts/list";
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.LIST);
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var following = registry.after(
                pagination.start(name(), params), context.caller().role());
        return pagination
                .page(name(), following, DeclaredPrompt::name)
                .as("prompts", prompt -> prompt.describe(context.locale()));
    }
}
