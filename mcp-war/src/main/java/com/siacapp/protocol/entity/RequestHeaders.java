package com.siacapp.protocol.entity;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP headers that bear on a message; null where the request had none.
 *
 * @param protocolVersion {@code MCP-Protocol-Version}
 * @param method {@code Mcp-Method}
 * @param name {@code Mcp-Name}
 * @param sessionId {@code Mcp-Session-Id}
 * @param acceptLanguage {@code Accept-Language}
 * @param userAgent {@code User-Agent}
 */
public record RequestHeaders(
        @Nullable String protocolVersion,
        @Nullable String method,
        @Nullable String name,
        @Nullable String sessionId,
        @Nullable String acceptLanguage,
        @Nullable String userAgent) {}
