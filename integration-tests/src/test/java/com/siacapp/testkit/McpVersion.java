package com.siacapp.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The versions of the protocol that the server speaks, oldest first. */
public enum McpVersion {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25"),
    /** Without a handshake: each request says all there is to know; what the server asks is the end of one round. */
    V2026_07_28("2026-07-28");

    /** A handshake first; what the server asks comes as a request of its own, in a session. */
    public static final McpVersion NEWEST_LEGACY = V2025_11_25;

    static final ObjectNode CLIENT_INFO =
            new ObjectMapper().createObjectNode().put("name", "story").put("version", "1");

    private static final String PREFIX = "io.modelcontextprotocol/";

    private final String wireName;

    McpVersion(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public boolean isModern() {
        return this == V2026_07_28;
    }

    /** Whether a call can ask the person (2025-06-18, changelog). */
    public boolean hasElicitation() {
        return compareTo(V2025_06_18) >= 0;
    }

    /** Adds what each request of this version says of its sender, unless it is said. */
    public void introduce(ObjectNode message, ObjectNode capabilities, Optional<String> logLevel) {
        if (!isModern() || message.at("/params/_meta").has(PREFIX + "protocolVersion")) {
            return;
        }
        var meta = message.withObjectProperty("params").withObjectProperty("_meta");
        meta.put(PREFIX + "protocolVersion", wireName);
        meta.set(PREFIX + "clientCapabilities", capabilities);
        meta.set(PREFIX + "clientInfo", CLIENT_INFO.deepCopy());
        logLevel.ifPresent(level -> meta.put(PREFIX + "logLevel", level));
    }

    @Override
    public String toString() {
        return wireName;
    }
}
