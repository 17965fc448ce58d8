package com.siacapp.tools.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Params;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.tools.control.ToolRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code tools/list} (MCP 2026-07-28, server/tools, listing tools). */
@Singleton
public class ToolsList implements RpcMethod {

    private final ToolRegistry registry;

    @Inject
    public ToolsList(ToolRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "tools/list";
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.LIST);
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        Params.refuseCursor(params);
        var tools = registry.listFor(context.caller().role(), context.locale());
        return Json.object().putRawValue("tools", new RawValue(tools));
    }
}
