package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Extensions of the protocol that both sides must know (MCP 2026-07-28, basic, extensions). */
public final class Extension {

    /** The extension of tasks, specification draft of SEP-2663. */
    public static final String TASKS = "io.modelcontextprotocol/tasks";

    private static final String EXTENSIONS = "extensions";

    private Extension() {}

    /** What a client that knows the extension declares, as {@code ClientCapabilities}. */
    public static ObjectNode required(String extension) {
        var capabilities = Json.object();
        capabilities.putObject(EXTENSIONS).putObject(extension);
        return capabilities;
    }

    /**
     * Refuses a client that does not know the extension.
     *
     * @throws RpcException that says what to declare
     */
    public static void require(String extension, Client client) {
        if (!client.knows(extension)) {
            throw RpcError.MISSING_CLIENT_CAPABILITY.with(
                    Json.object().set("requiredCapabilities", required(extension)));
        }
    }
}
