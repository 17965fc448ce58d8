package com.siacapp.protocol.entity;

import com.siacapp.grants.entity.Caller;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happens around every request whatever its method, such as limits and measurement. All beans of this type apply.
 * What is to happen to the reply is said by {@link Incoming#atEnd}, because it may come later.
 */
public interface RequestFilter {

    /**
     * The reply to this request: the next one's, or another.
     *
     * @param next answers the request; empty if it was deferred, or became a stream
     * @throws InsufficientScope when the next one does
     */
    Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next);

    /**
     * Why this caller may not send what is no request: a notification, a response, the GET or DELETE of a session. Empty if
     * they may.
     */
    default Optional<Reply> refusal(Caller caller) {
        return Optional.empty();
    }

    /** Which is around which. */
    Layer layer();

    /** From the outside to the inside. */
    enum Layer {
        MEASUREMENT,
        PROTECTION
    }
}
