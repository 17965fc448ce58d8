package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How this server presents itself.
 *
 * @param instructions for the model; clients may read the first 512 characters only (OpenAI, plugins/build/mcp-server)
 */
public record ServerInfo(String name, String title, String version, String instructions) {

    /** As {@code Implementation} of the schema. */
    public ObjectNode json() {
        return Json.object().put("name", name).put("title", title).put("version", version);
    }
}
