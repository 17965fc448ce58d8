package com.siacapp.subscriptions.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How streams are kept open, and how many. */
public interface StreamSettings {

    Setting<Duration> KEEP_ALIVE = Setting.duration(
            "SIAC_MCP_KEEP_ALIVE",
            "PT15S",
            "After how long without an event a stream gets a comment; less than what any proxy between takes for silence."
                    + " Also how often it is looked at whether grants are alive.");

    Setting<Integer> STREAMS_PER_USER = Setting.count(
            "SIAC_MCP_STREAMS_PER_USER", "20", 0, 10_000, "How many streams one person has open on a node.");

    Setting<Integer> STREAMS =
            Setting.count("SIAC_MCP_STREAMS", "5000", 0, 1_000_000, "How many streams a node has open.");
}
