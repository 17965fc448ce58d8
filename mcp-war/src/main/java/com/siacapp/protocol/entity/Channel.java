package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/** The way back to the client while its call runs, as far as the client asked for it. */
public final class Channel {

    /** To a client that waits for the answer alone. */
    public static final Channel NONE = new Channel(Exchange.ANSWER_ONLY, MissingNode.getInstance(), Optional.empty());

    private final Progress progress;
    private final ClientLog log;
    private final Cancellation cancellation;
    private final boolean isBackground;
    private final Exchange exchange;

    /**
     * @param progressToken missing if the client does not want to hear how far the call is
     * @param logLevel the least the client wants to hear of; empty if it wants none
     */
    public Channel(Exchange exchange, JsonNode progressToken, Optional<LogLevel> logLevel) {
        this(exchange, progressToken, logLevel, false);
    }

    private Channel(Exchange exchange, JsonNode progressToken, Optional<LogLevel> logLevel, boolean isBackground) {
        this.isBackground = isBackground;
        progress = new Progress(exchange, progressToken);
        log = new ClientLog(exchange, logLevel);
        cancellation = new Cancellation(exchange);
        this.exchange = exchange;
    }

    /**
     * Lets the connection go while the call takes long; a client of 2025-11-25 with a session comes back for the rest
     * (2025-11-25, basic/transports, streamable HTTP). For all others nothing happens.
     */
    public void pause() {
        exchange.pause();
    }

    /** Of a call nobody waits for: tasks tell neither progress nor logs (tasks, task status notifications). */
    public static Channel ofTask(Exchange exchange) {
        return new Channel(exchange, MissingNode.getInstance(), Optional.empty(), true);
    }

    /** Whether the call goes on as a task. */
    boolean isBackground() {
        return isBackground;
    }

    public Progress progress() {
        return progress;
    }

    public ClientLog log() {
        return log;
    }

    public Cancellation cancellation() {
        return cancellation;
    }
}
