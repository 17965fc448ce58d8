package com.siacapp.protocol.entity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers that bear on a message; null where the request had none.
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}
 * @param params each {@code Mcp-Param-…}, by what follows that, in lower case
 * @param sessionId {@code Mcp-Session-Id}
 * @param acceptLanguage {@code Accept-Language}
 * @param userAgent {@code User-Agent}
 */
public record RequestHeaders(
        @Nullable String protocolVersion,
        @Nullable String method,
        @Nullable String name,
        Map<String, String> params,
        @Nullable String sessionId,
        @Nullable String acceptLanguage,
        @Nullable String userAgent) {

    /** How the names of headers begin that repeat arguments of a tool. */
    public static final String PARAM = "mcp-param-";

    public RequestHeaders {
        params = Map.copyOf(params);
    }
}
