package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How this server presents itself.
 *
 * @param instructions for the model; clients may read the first 512 characters only (OpenAI, plugins/build/mcp-server)
 */
public record ServerInfo(String name, String title, String version, String instructions, List<Picture> icons) {

    /** As {@code Implementation} of the schema. */
    public ObjectNode json() {
        var json = Json.object().put("name", name).put("title", title).put("version", version);
        Picture.addTo(json, icons);
        return json;
    }
}
