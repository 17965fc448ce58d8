package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Tells the client how far a call is, if it asked for that (MCP 2026-07-28, basic/utilities/progress). */
public final class Progress {

    private final Exchange exchange;
    private final JsonNode token;
    private final boolean isToken;
    private double last = -1;

    Progress(Exchange exchange, JsonNode token) {
        this.exchange = exchange;
        this.token = token;
        this.isToken = Message.canBeId(token);
    }

    /** So much of so much is done. */
    public void report(double progress, double total) {
        report(progress, total, null);
    }

    /**
     * So much of so much is done.
     *
     * @param progress what does not grow is not sent: each notification must say more than the one before
     * @param message a few words for the person
     */
    public synchronized void report(double progress, double total, @Nullable String message) {
        if (progress <= last || !isToken) {
            return;
        }
        last = progress;
        var params = Json.object();
        params.set("progressToken", token);
        params.set("progress", Json.number(progress));
        params.set("total", Json.number(total));
        if (message != null) {
            params.put("message", message);
        }
        exchange.send(Message.notification("notifications/progress", params));
    }
}
