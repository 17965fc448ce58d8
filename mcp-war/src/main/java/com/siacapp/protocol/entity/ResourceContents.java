package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a resource holds, or a part of it: a text or bytes (MCP 2026-07-28, schema, ResourceContents).
 *
 * @param json as it goes over the wire
 */
public record ResourceContents(ObjectNode json) {

    public static ResourceContents text(String uri, String mimeType, String text) {
        return new ResourceContents(headed(uri, mimeType).put("text", text));
    }

    public static ResourceContents binary(String uri, String mimeType, byte[] bytes) {
        return new ResourceContents(headed(uri, mimeType).put("blob", bytes));
    }

    private static ObjectNode headed(String uri, String mimeType) {
        return Json.object().put("uri", uri).put("mimeType", mimeType);
    }
}
