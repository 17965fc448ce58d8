package com.siacapp.protocol.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has modern clients repeat a tool's argument in the header {@code Mcp-Param-…}, for what lies between to route by; the
 * engine refuses calls whose header differs (MCP 2026-07-28, basic/transports/streamable-http, custom headers).
 *
 * <p>It stands on a component of type {@code String}, {@code boolean} or an integer, or an {@code Optional} of one, of the
 * arguments' record or of a record in it; never within a list.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface McpHeader {
    /** What follows {@code Mcp-Param-}, once a tool in either case. */
    String value();
}
