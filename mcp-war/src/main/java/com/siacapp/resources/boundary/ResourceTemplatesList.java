package com.siacapp.resources.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Params;
import com.siacapp.protocol.entity.RpcMethod;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code resources/templates/list} (MCP 2026-07-28, server/resources, resource templates): there are none. */
@Singleton
public class ResourceTemplatesList implements RpcMethod {

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
        Params.refuseCursor(params);
        var result = Json.object();
        result.putArray("resourceTemplates");
        return result;
    }
}
