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

    /**
     * The result of a call that asked and got no answer, for an older client.
     *
     * @throws RpcException where the result has no place for a sentence
     */
    default ObjectNode unanswered(Unanswered reason, CallContext context) {
        throw RpcError.INVALID_PARAMS.because(reason.sentence(context));
    }

    /** How long clients may keep the result; empty where the protocol knows no such hint. */
    default Optional<Caching> caching() {
        return Optional.empty();
    }
}
