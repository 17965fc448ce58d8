package com.siacapp.resources.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.resources.control.DeclaredResourceTemplate;
import com.siacapp.resources.control.ResourceRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code resources/templates/list} (MCP 2026-07-28, server/resources, resource templates). */
@Singleton
public class ResourceTemplatesList implements RpcMethod {

    private final ResourceRegistry registry;
    private final Pagination pagination;

    @Inject
    public ResourceTemplatesList(ResourceRegistry registry, Pagination pagination) {
        this.registry = registry;
        this.pagination = pagination;
    }

    @Override
    public String name() {
        return "resources/templates/list";
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.LIST);
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var start = pagination.start(name(), params);
        var following = registry.templatesAfter(start, context.caller().role());
        return pagination
                .page(name(), following, DeclaredResourceTemplate::uriTemplate)
                .as("resourceTemplates", shown -> shown.describe(context.locale()));
    }
}
