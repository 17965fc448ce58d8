package com.siacapp.guards.control;

import com.siacapp.installation.entity.Setting;
import com.siacapp.limits.entity.Rate;

/** What the operator decides about how much of this node one caller gets. */
public interface GuardSettings {

    /** Requests of one person, of whatever method and by whatever apps. */
    Setting<Rate> REQUESTS_PER_USER = Rate.setting("SIAC_MCP_REQUESTS_PER_USER", "1200/PT1M");

    /** Calls of one tool by one person with one app. */
    Setting<Rate> CALLS_PER_TOOL = Rate.setting("SIAC_MCP_CALLS_PER_TOOL", "300/PT1M");

    /** Requests of one person that are read, worked on or answered at the same time. */
    Setting<Integer> REQUESTS_AT_ONCE = Setting.count("SIAC_MCP_REQUESTS_AT_ONCE", "16", 10_000);

    /** How long the JSON of an answer may be, in bytes. */
    Setting<Integer> LARGEST_ANSWER = new Setting<>(
            "SIAC_MCP_LARGEST_ANSWER", "a number of bytes, at least 8192", "1048576", GuardSettings::parseBytes);

    private static int parseBytes(String text) {
        var bytes = Integer.parseInt(text);
        if (bytes < 8192) {
            throw new IllegalArgumentException("no answer would fit");
        }
        return bytes;
    }
}
