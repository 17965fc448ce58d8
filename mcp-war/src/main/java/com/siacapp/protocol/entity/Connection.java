package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An exchange whose client can take events with ids, and so come back for what it missed (MCP 2025-11-25, basic/transports,
 * resumability).
 */
public interface Connection extends Exchange {

    /** Whether this client takes events at all. */
    boolean takesEvents();

    /** Begins the stream with an event that has an id and says nothing but when to come back. */
    void prime(String eventId);

    /** Sends a message by which the client can say later how far it read. */
    void send(String eventId, JsonNode message);

    /** Ends the connection, if a stream was begun on it; what is sent later gets lost. */
    void disconnect();
}
