package com.siacapp.subscriptions.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.signals.entity.Signal;
import java.util.List;
import java.util.Optional;

/** What one client wants to hear of, and how it is told. */
public interface Interest {

    /** A stream that carries nothing of what changes. */
    Interest NONE = new Interest() {
        @Override
        public List<ObjectNode> notices(Signal signal, Caller caller) {
            return List.of();
        }

        @Override
        public Optional<ObjectNode> farewell() {
            return Optional.empty();
        }
    };

    /**
     * The notifications for something that concerns this caller; none if the client did not ask for it or the caller may not
     * know of it.
     *
     * @param caller as of now
     */
    List<ObjectNode> notices(Signal signal, Caller caller);

    /** The last message of a stream that ends on our side. */
    Optional<ObjectNode> farewell();
}
