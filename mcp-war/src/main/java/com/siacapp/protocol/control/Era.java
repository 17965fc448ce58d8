package com.siacapp.protocol.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.RpcError;
import java.util.Optional;

/** A way to speak the protocol: with every request complete in itself, or after a handshake. */
public interface Era {

    /**
     * The result of the request, complete as this era's clients expect it.
     *
     * @return empty if the exchange was deferred, to be answered later
     */
    Optional<ObjectNode> answer(Incoming incoming, Exchange exchange);

    /** The HTTP status an error of such a request is answered with. */
    int httpStatusOf(RpcError error);
}
