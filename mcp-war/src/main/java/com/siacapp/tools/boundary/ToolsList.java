package com.siacapp.tools.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.tools.control.Reader;
import com.siacapp.tools.control.ToolRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code tools/list} (MCP 2026-07-28, server/tools, listing tools). */
@Singleton
public class ToolsList implements RpcMethod {

    private final ToolRegistry registry;
    private final Pagination pagination;

    @Inject
    public ToolsList(ToolRegistry registry, Pagination pagination) {
        this.registry = registry;
        this.pagination = pagination;
    }

    @Override
    public String name() {
        return ToolRegistry.LIST;
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.LIST);
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        var page = registry.page(Reader.of(context), pagination.start(name(), params));
        var result = Json.object().putRawValue("tools", new RawValue(page.tools()));
        page.nextCursor().ifPresent(cursor -> result.put("nextCursor", cursor));
        return result;
    }
}
