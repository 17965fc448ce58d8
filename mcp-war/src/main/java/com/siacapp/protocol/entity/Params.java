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
            // The request stays as it came: what was sealed for it is compared with it again.
            return arguments.deepCopy().removeNulls();
        }
        throw INVALID_PARAMS.because("arguments must be an object");
    }
}
