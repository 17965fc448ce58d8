package com.siacapp.sessions.control;

import com.siacapp.installation.entity.Setting;
import java.time.Duration;

/** How long the sessions of older MCP clients last, and what belongs to them. */
public interface McpSessionSettings {

    Setting<Duration> LIFESPAN = Setting.duration(
            "SIAC_MCP_SESSION_LIFESPAN",
            "PT24H",
            "How long a session of an older MCP client lasts, however it is used; then the client begins another.");

    Setting<Duration> EVENT_RETENTION = Setting.duration(
            "SIAC_MCP_EVENT_RETENTION",
            "PT10M",
            "How long an older client that lost the connection of a call can come back for the rest.");

    Setting<Duration> ANSWER_TIMEOUT = Setting.duration(
            "SIAC_MCP_ANSWER_TIMEOUT",
            "PT5M",
            "How long a call waits for what it asked a person through an older client.");
}
