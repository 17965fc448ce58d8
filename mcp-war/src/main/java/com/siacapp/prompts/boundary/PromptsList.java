package com.siacapp.prompts.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Params;
import com.siacapp.protocol.entity.RpcMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code prompts/list} (MCP 2026-07-28, server/prompts, listing prompts). */
@Singleton
public class PromptsList implements RpcMethod {

    private final PromptRegistry registry;

    @Inject
    public PromptsList(PromptRegistry registry) {
        this.registry = registry;
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
        Params.refuseCursor(params);
        var result = Json.object();
        var prompts = result.putArray("prompts");
        registry.all().forEach(prompt -> prompts.add(prompt.describe(context.locale())));
        return result;
    }
}
