package com.siacapp.resources.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Params;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.resources.control.ResourceRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code resources/list} (MCP 2026-07-28, server/resources, listing resources). */
@Singleton
public class ResourcesList implements RpcMethod {

    private final ResourceRegistry registry;

    @Inject
    public ResourcesList(ResourceRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "resources/list";
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.LIST);
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        Params.refuseCursor(params);
        var result = Json.object();
        var resources = result.putArray("resources");
        registry.visibleTo(context.caller())
                .map(resource -> resource.describe(context.locale()))
                .forEach(resources::add);
        return result;
    }
}
