package com.siacapp.guards.control;

import com.siacapp.installation.entity.Setting;
import com.siacapp.limits.entity.Rate;

/** What the operator decides about how much of this node one caller gets. */
public interface GuardSettings {

    Setting<Rate> REQUESTS_PER_USER = Rate.setting(
            "SIAC_MCP_REQUESTS_PER_USER",
            "1200/PT1M",
            "Requests of one person to the MCP endpoint, of whatever method and by whatever apps.");

    Setting<Rate> CALLS_PER_TOOL =
            Rate.setting("SIAC_MCP_CALLS_PER_TOOL", "300/PT1M", "Calls of one tool by one person with one app.");

    Setting<Integer> REQUESTS_AT_ONCE = Setting.count(
            "SIAC_MCP_REQUESTS_AT_ONCE",
            "16",
            1,
            10_000,
            "Requests of one person that are read, worked on or answered at the same time.");

    Setting<Integer> LARGEST_ANSWER = Setting.count(
            "SIAC_MCP_LARGEST_ANSWER",
            "1048576",
            8192,
            Integer.MAX_VALUE,
            "How many bytes the JSON of an answer may be; a longer one is not sent, and its caller is told to ask for less.");
}
