package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import java.util.Optional;

/** Where calls go on after they were answered with a handle (MCP extension {@code io.modelcontextprotocol/tasks}). */
public interface TaskHost {

    /**
     * Begins the call anew, without anybody waiting for it.
     *
     * @return the new task
     */
    ObjectNode begin(Message.Request request, CallContext context);

    /** The caller's task of this id with all it has come to, as {@code tasks/get} answers. */
    Optional<ObjectNode> find(String id, Caller caller);
}
