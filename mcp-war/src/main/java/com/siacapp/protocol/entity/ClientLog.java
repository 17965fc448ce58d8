package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Tells the client what happens in a call, as far as it asked for that (MCP 2025-11-25, server/utilities/logging;
 * deprecated with 2026-07-28). Our own log is another thing.
 */
public final class ClientLog {

    private final Exchange exchange;
    private final Optional<LogLevel> threshold;

    ClientLog(Exchange exchange, Optional<LogLevel> threshold) {
        this.exchange = exchange;
        this.threshold = threshold;
    }

    public void info(String logger, String text) {
        log(LogLevel.INFO, logger, text);
    }

    /**
     * Sends the message if the client wants this level.
     *
     * @param logger what speaks, such as a tool's name
     * @param data text, or anything that can be written as JSON; never a secret, never what another tenant may not see
     */
    public void log(LogLevel level, String logger, Object data) {
        if (threshold.filter(lowest -> level.compareTo(lowest) >= 0).isEmpty()) {
            return;
        }
        var params = Json.object().put("level", level.wireName()).put("logger", logger);
        params.set("data", Json.MAPPER.<JsonNode>valueToTree(data));
        exchange.send(Message.notification("notifications/message", params));
    }
}
