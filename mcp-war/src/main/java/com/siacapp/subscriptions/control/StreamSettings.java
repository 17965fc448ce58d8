package com.siacapp.subscriptions.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How streams are kept open, and how many. */
public interface StreamSettings {

    /** After how long without an event a stream gets a comment; also how often grants are looked at. */
    Setting<Duration> KEEP_ALIVE = Setting.duration("SIAC_MCP_KEEP_ALIVE", "PT15S");

    /** How many streams one person has open on a node. */
    Setting<Integer> STREAMS_PER_USER = count("SIAC_MCP_STREAMS_PER_USER", "20");

    /** How many streams a node has open. */
    Setting<Integer> STREAMS = count("SIAC_MCP_STREAMS", "5000");

    private static Setting<Integer> count(String key, String fallback) {
        return new Setting<>(key, "a number", fallback, value -> {
            var count = Integer.parseInt(value);
            if (count < 0) {
                throw new IllegalArgumentException("negative");
            }
            return count;
        });
    }
}
