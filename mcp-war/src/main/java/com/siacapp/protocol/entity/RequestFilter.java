package com.siacapp.protocol.entity;

import com.siacapp.grants.entity.Caller;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens around every request whatever its method, such as limits and measurement. All beans of this type apply. */
public interface RequestFilter {

    /**
     * The reply to this request: the next one's, or another.
     *
     * @param next answers the request; empty if it was deferred
     * @throws InsufficientScope when the next one does
     */
    Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next);

    /** Which is around which. */
    Layer layer();

    /** From the outside to the inside. */
    enum Layer {
        MEASUREMENT,
        PROTECTION
    }

    /** A request as it came, before anything of it was checked. */
    record Incoming(Message.Request request, RequestHeaders headers, Caller caller) {}
}
