package com.siacapp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The two ways to speak the protocol, each at its newest version. */
public enum McpEra {
    /** A handshake first; what the server asks comes as a request of its own, in a session. */
    LEGACY("2025-11-25"),
    /** Each request says all there is to know; what the server asks is the end of one round. */
    MODERN("2026-07-28");

    private static final String PREFIX = "io.modelcontextprotocol/";

    private final String version;

    McpEra(String version) {
        this.version = version;
    }

    public String version() {
        return version;
    }

    /** Adds what each request of this era says of its sender. */
    public void introduce(ObjectNode message, ObjectNode capabilities, Optional<String> logLevel) {
        if (this == MODERN) {
            var meta = message.withObjectProperty("params").withObjectProperty("_meta");
            meta.put(PREFIX + "protocolVersion", version);
            meta.set(PREFIX + "clientCapabilities", capabilities);
            meta.set(PREFIX + "clientInfo", McpSession.CLIENT_INFO);
            logLevel.ifPresent(level -> meta.put(PREFIX + "logLevel", level));
        }
    }
}
