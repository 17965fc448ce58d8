package com.siacapp.protocol.entity;

/** Whether anybody still wants the result of a call (MCP 2026-07-28, basic/utilities/cancellation). */
public final class Cancellation {

    private final Exchange exchange;

    Cancellation(Exchange exchange) {
        this.exchange = exchange;
    }

    public boolean isRequested() {
        return exchange.isOver();
    }

    /**
     * Ends a call nobody waits for. To be called between the steps of long work.
     *
     * @throws CancelledException if the client left or cancelled
     */
    public void check() {
        if (isRequested()) {
            throw new CancelledException();
        }
    }
}
