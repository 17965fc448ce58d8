package com.siacapp.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The two ways in which clients speak MCP. */
enum McpRequest {
    /** 2026-07-28: each request says all there is to know. */
    MODERN("2026-07-28"),
    /** 2025-11-25, of a client that can be asked nothing and so has no session. */
    LEGACY("2025-11-25");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "io.modelcontextprotocol/";

    private final String version;

    McpRequest(String version) {
        this.version = version;
    }

    /** The call of a tool without arguments. */
    byte[] call(Site site, String token, String tool) {
        var params = JSON.createObjectNode().put("name", tool);
        params.putObject("arguments");
        return request(site, token, "tools/call", params, List.of("Mcp-Name: " + tool));
    }

    byte[] list(Site site, String token) {
        return request(site, token, "tools/list", JSON.createObjectNode(), List.of());
    }

    private byte[] request(Site site, String token, String method, ObjectNode params, List<String> repeated) {
        var headers = new ArrayList<String>();
        headers.add("Authorization: Bearer " + token);
        headers.add("Accept: application/json, text/event-stream");
        headers.add("MCP-Protocol-Version: " + version);
        if (this == MODERN) {
            headers.add("Mcp-Method: " + method);
            headers.addAll(repeated);
            var meta = params.putObject("_meta").put(PREFIX + "protocolVersion", version);
            meta.putObject(PREFIX + "clientCapabilities");
            meta.putObject(PREFIX + "clientInfo").put("name", "benchmark").put("version", "1");
        }
        var message = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        message.set("params", params);
        return site.postJson("/mcp", message.toString(), headers.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return version;
    }
}
