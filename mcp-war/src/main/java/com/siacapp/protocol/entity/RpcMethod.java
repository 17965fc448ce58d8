package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import java.util.Map;
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

    /** Whether clients of this version may call it. */
    default boolean isIn(ProtocolVersion version) {
        return true;
    }

    /** The extensions of the protocol this method is part of, by their names, with their settings. */
    default Map<String, ObjectNode> extensions() {
        return Map.of();
    }

    /**
     * What a modern request must repeat in headers: by name, without {@code Mcp-Param-}, the value of its params. A missing
     * value or null must not be repeated.
     */
    default Map<String, JsonNode> mirrored(ObjectNode params, Caller caller) {
        return Map.of();
    }
}
