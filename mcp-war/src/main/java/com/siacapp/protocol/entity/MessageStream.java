package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Messages to one client, for as long as it listens. Needs no thread while nothing happens, and never makes its caller
 * wait: what a slow reader has not taken yet is kept for it up to a limit, and who exceeds it is cut off. Safe for use by
 * several threads; what one of them sends arrives in that order.
 */
public interface MessageStream {

    /** Sends a message, unless the stream is over. */
    void send(ObjectNode message);

    /**
     * The same, with an id by which an older client can say later how far it read (2025-11-25, basic/transports,
     * resumability). The id has no line breaks.
     */
    void send(String eventId, ObjectNode message);

    /** Begins with an event that has an id and says nothing but after how long to come back. */
    void prime(String eventId);

    /** Keeps what lies between from closing a connection on which nothing happens, and notices that the client left. */
    void keepAlive();

    /** Whether the client took all that was sent so far. */
    boolean isTaken();

    /**
     * Ends the stream once what was sent before is written; nothing is sent after that. Said again, it ends at once unless
     * the client took something in between.
     */
    void end();

    /** Whether the stream ended, on either side. */
    boolean isOver();
}
