package com.siacapp.subscriptions.control;

import java.time.Duration;

/**
 * What the operator allows streams, at this moment.
 *
 * @param keepAlive how long a stream is silent at most
 * @param perUser how many one person has open on a node
 * @param onNode how many a node has open
 */
public record StreamRules(Duration keepAlive, int perUser, int onNode) {

    public static StreamRules configured() {
        return new StreamRules(
                StreamSettings.KEEP_ALIVE.value(),
                StreamSettings.STREAMS_PER_USER.value(),
                StreamSettings.STREAMS.value());
    }
}
