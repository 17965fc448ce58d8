/**
 * The protocol over HTTP: one endpoint, one message a POST (MCP 2026-07-28, basic/transports/streamable-http).
 *
 * <p>It decides what HTTP can decide, in a fixed order, and hands on what is left; it starts no transaction.
 */
@NullMarked
package com.siacapp.transport;

import org.jspecify.annotations.NullMarked;
