package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A method that older clients have and newer ones have not, and that is about a session. All beans of it are served. */
public interface SessionMethod {

    /** The name on the wire. */
    String name();

    /** @throws RpcException for a protocol error */
    ObjectNode call(ObjectNode params, Session session, CallContext context);
}
