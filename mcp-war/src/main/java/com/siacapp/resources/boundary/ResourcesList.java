package com.siacapp.resources.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.resources.control.DeclaredResource;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.resources.entity.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** {@code resources/list} (MCP 2026-07-28, server/resources, listing resources). */
@Singleton
public class ResourcesList implements RpcMethod {

    private final ResourceRegistry registry;
    private final Pagination pagination;

    @Inject
    public ResourcesList(ResourceRegistry registry, Pagination pagination) {
        this.registry = registry;
        this.pagination = pagination;
    }

    @Override
    public String name() {
        return "resources/list";
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.LIST);
    }

    /** MCP Apps 2026-01-26, capability negotiation: promised where there is something to show. */
    @Override
    public Map<String, ObjectNode> extensions() {
        var settings = Json.object();
        settings.putArray("mimeTypes").add(Resource.VIEW);
        return registry.hasViews() ? Map.of("io.modelcontextprotocol/ui", settings) : Map.of();
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var start = pagination.start(name(), params);
        var following = registry.resourcesAfter(start, context.caller().role());
        return pagination
                .page(name(), following, DeclaredResource::uri)
                .as("resources", shown -> shown.describe(context.locale()));
    }
}
