package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where calls go on after they were answered with a handle (MCP extension {@code io.modelcontextprotocol/tasks}). */
@FunctionalInterface
public interface Background {

    /**
     * Begins the call anew, without anybody waiting for it.
     *
     * @return the new task
     */
    ObjectNode begin(Message.Request request, CallContext context);
}
