package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Every protocol error there is, with the HTTP status it has for a modern client (MCP 2026-07-28, basic, error codes).
 *
 * <p>A well-formed request that a method refuses is answered with status 200: the error is the answer, not a failure to
 * transport it. Older clients get 200 for an unknown method too, because 404 tells them that a session ended.
 */
public enum RpcError {
    PARSE_ERROR(-32700, 400, "Parse error"),
    INVALID_REQUEST(-32600, 400, "Invalid request"),
    METHOD_NOT_FOUND(-32601, 404, "Method not found"),
    INVALID_PARAMS(-32602, 200, "Invalid params"),
    /** What each request must say of itself is missing or malformed (basic, _meta). */
    INVALID_META(-32602, 400, "Invalid _meta"),
    INTERNAL_ERROR(-32603, 200, "Internal error"),
    /** Only up to 2025-11-25; later versions say {@link #INVALID_PARAMS}. */
    RESOURCE_NOT_FOUND(-32002, 200, "Resource not found"),
    /** Only up to 2025-11-25: the client is to begin a new session (basic/transports, session management). */
    SESSION_NOT_FOUND(-32001, 404, "Session not found"),
    /** Only 2025-11-25: the person is to go to these pages before the client calls again (client/elicitation). */
    URL_ELICITATION_REQUIRED(-32042, 200, "URL elicitation required"),
    /** Our own, and so outside of what JSON-RPC and MCP reserve: close a stream first, or wait until others do. */
    TOO_MANY_STREAMS(429, 429, "Too many open streams"),
    HEADER_MISMATCH(-32020, 400, "Header mismatch"),
    MISSING_CLIENT_CAPABILITY(-32021, 400, "Missing required client capability"),
    UNSUPPORTED_PROTOCOL_VERSION(-32022, 400, "Unsupported protocol version"),
    /** Our own, and so outside what JSON-RPC reserves (basic, error codes): HTTP's number, which says it best. */
    TOO_MANY_REQUESTS(429, 429, "Too many requests");

    private final int code;
    private final int httpStatus;
    private final String title;

    RpcError(int code, int httpStatus, String title) {
        this.code = code;
        this.httpStatus = httpStatus;
        this.title = title;
    }

    public int code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** This error, with a reason the client may see. */
    public RpcException because(String reason) {
        return new RpcException(this, title + ": " + reason, null);
    }

    /** This error, with a reason the client may see and data as the specification defines it. */
    public RpcException because(String reason, JsonNode data) {
        return new RpcException(this, title + ": " + reason, data);
    }

    /** This error, and when to try again; the body says it too, for those who do not see the header. */
    public RpcException because(String reason, long retryAfterSeconds) {
        return because(reason, Json.object().put(RpcException.RETRY_AFTER, retryAfterSeconds));
    }

    /** This error, with data as the specification defines it. */
    public RpcException with(JsonNode data) {
        return new RpcException(this, title, data);
    }
}
