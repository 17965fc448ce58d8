package com.siacapp.resources.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;
import static com.siacapp.protocol.entity.RpcError.RESOURCE_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.sessions.boundary.McpSessions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code resources/subscribe} (MCP 2025-11-25, server/resources, subscriptions). */
@Singleton
public class ResourcesSubscribe implements SessionMethod {

    private final ResourceRegistry registry;
    private final McpSessions sessions;

    @Inject
    public ResourcesSubscribe(ResourceRegistry registry, McpSessions sessions) {
        this.registry = registry;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "resources/subscribe";
    }

    @Override
    public ObjectNode call(ObjectNode params, Session session, CallContext context) {
        var uri = params.path("uri");
        if (!uri.isTextual()) {
            throw INVALID_PARAMS.because("uri must be a string");
        }
        registry.find(uri.textValue(), context.caller())
                .orElseThrow(() -> RESOURCE_NOT_FOUND.because("unknown resource"))
                .access()
                .require(context.caller());
        if (!sessions.subscribe(session.id(), uri.textValue())) {
            throw INVALID_PARAMS.because("this session subscribed to as much as it can");
        }
        return Json.object();
    }
}
