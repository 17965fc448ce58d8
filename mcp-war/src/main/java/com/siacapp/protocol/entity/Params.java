package com.siacapp.protocol.entity;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What several methods read from their params. */
public final class Params {

    private Params() {}

    /** The arguments of a tool or a prompt. One that is null is one that was not given: models send both. */
    public static ObjectNode argumentsIn(ObjectNode params) {
        if (!params.hasNonNull("arguments")) {
            return Json.object();
        }
        if (params.get("arguments") instanceof ObjectNode arguments) {
            return arguments.removeNulls();
        }
        throw INVALID_PARAMS.because("arguments must be an object");
    }

    /** Every list is one page, so no cursor is ours (MCP 2026-07-28, server/utilities/pagination). */
    public static void refuseCursor(ObjectNode params) {
        if (params.hasNonNull("cursor")) {
            throw INVALID_PARAMS.because("the cursor is not one of ours");
        }
    }
}
