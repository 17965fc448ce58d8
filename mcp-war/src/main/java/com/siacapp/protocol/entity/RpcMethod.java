package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A method of the protocol, such as {@code tools/call}. One class is one method; all beans of this type are served. */
public interface RpcMethod {

    /** The name on the wire. */
    String name();

    /**
     * The result, without what a protocol version adds to every result.
     *
     * @throws RpcException for a protocol error
     * @throws InsufficientScope when the token lacks scopes
     */
    ObjectNode call(ObjectNode params, CallContext context);

    /** How long clients may keep the result; empty where the protocol knows no such hint. */
    default Optional<Caching> caching() {
        return Optional.empty();
    }

    /** Whether clients of this version may call it. */
    default boolean isIn(ProtocolVersion version) {
        return true;
    }
}
