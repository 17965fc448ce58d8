package com.siacapp.protocol.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcError;

/** A way to speak the protocol: with every request complete in itself, or after a handshake. */
public interface Era {

    /** The result of the request, complete as this era's clients expect it. */
    ObjectNode answer(Request request, RequestHeaders headers, Caller caller);

    /** The HTTP status an error of such a request is answered with. */
    int httpStatusOf(RpcError error);
}
