package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request ends in a protocol error; the message is shown to the client. */
public final class RpcException extends RuntimeException {

    /** The member of the data that says in how many seconds to try again. */
    static final String RETRY_AFTER = "retryAfterSeconds";

    private final RpcError error;
    private final transient @Nullable JsonNode data;

    RpcException(RpcError error, String message, @Nullable JsonNode data) {
        // The client's mistake, not ours: nobody needs the stack.
        super(message, null, false, false);
        this.error = error;
        this.data = data;
    }

    public RpcError error() {
        return error;
    }

    public Optional<JsonNode> data() {
        return Optional.ofNullable(data);
    }
}
