package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Message.Request;

/**
 * A method of 2026-07-28 and later whose answer is a stream that stays open. One class is one method; all beans of this
 * type are served.
 */
public interface StreamMethod {

    /** The name on the wire. */
    String name();

    /**
     * Opens the stream on {@link Exchange#hold}.
     *
     * @throws RpcException for a protocol error, before the stream is open
     */
    void open(Request request, CallContext context, Exchange exchange);

    /** Adds to the server's capabilities what is to be had by this method. */
    void promise(ObjectNode capabilities);
}
