package com.siacapp.resources.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;
import static com.siacapp.protocol.entity.RpcError.RESOURCE_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.resources.control.ResourceRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code resources/read} (MCP 2026-07-28, server/resources, reading resources). */
@Singleton
public class ResourcesRead implements RpcMethod {

    private final ResourceRegistry registry;

    @Inject
    public ResourcesRead(ResourceRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "resources/read";
    }

    @Override
    public Optional<Caching> caching() {
        return Optional.of(Caching.NONE);
    }

    @Override
    public ObjectNode call(ObjectNode params, CallContext context) {
        if (!params.path("uri").isTextual()) {
            throw INVALID_PARAMS.because("uri must be a string");
        }
        var uri = params.path("uri").textValue();
        var resource = registry.find(uri, context.caller()).orElseThrow(() -> unknown(uri, context));
        resource.access().require(context.caller());
        var contents = resource.read(context).orElseThrow(() -> unknown(uri, context));
        return Json.object().set("contents", contents);
    }

    /** The code changed with 2026-07-28 (server/resources, error handling). */
    private static RpcException unknown(String uri, CallContext context) {
        var error = context.version().isModern() ? INVALID_PARAMS : RESOURCE_NOT_FOUND;
        return error.because("unknown resource", Json.object().put("uri", uri));
    }
}
