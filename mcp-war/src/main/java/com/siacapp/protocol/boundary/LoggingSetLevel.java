package com.siacapp.protocol.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.LogLevel;
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.sessions.boundary.McpSessions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** {@code logging/setLevel} (MCP 2025-11-25, server/utilities/logging). */
@Singleton
public class LoggingSetLevel implements SessionMethod {

    private final McpSessions sessions;

    @Inject
    public LoggingSetLevel(McpSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "logging/setLevel";
    }

    @Override
    public ObjectNode call(ObjectNode params, Session session, CallContext context) {
        var level = LogLevel.named(params.path("level").asText())
                .orElseThrow(() -> INVALID_PARAMS.because("level is not a level of RFC 5424"));
        sessions.setLogLevel(session.id(), level.wireName());
        return Json.object();
    }
}
