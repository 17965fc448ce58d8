package com.siacapp.resources.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.sessions.boundary.McpSessions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code resources/unsubscribe} (MCP 2025-11-25, server/resources, subscriptions). */
@Singleton
public class ResourcesUnsubscribe implements SessionMethod {

    private final McpSessions sessions;

    @Inject
    public ResourcesUnsubscribe(McpSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "resources/unsubscribe";
    }

    @Override
    public ObjectNode call(ObjectNode params, Session session, CallContext context) {
        if (!params.path("uri").isTextual()) {
            throw INVALID_PARAMS.because("uri must be a string");
        }
        var uri = params.path("uri").textValue();
        if (ResourceRegistry.isUri(uri)) {
            sessions.unsubscribe(session.id(), uri);
        }
        return Json.object();
    }
}
