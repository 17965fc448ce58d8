package com.siacapp.tasks.boundary;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Extension;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RpcMethod;

/** A method of the extension, for clients that declare it (tasks, error handling). */
abstract class TaskMethod implements RpcMethod {

    private final String name;

    TaskMethod(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isIn(ProtocolVersion version) {
        return version.isModern();
    }

    @Override
    public final ObjectNode call(ObjectNode params, CallContext context) {
        Extension.require(Extension.TASKS, context.client());
        return answer(params, context);
    }

    /** The result, for a client that knows tasks. */
    abstract ObjectNode answer(ObjectNode params, CallContext context);
}
