package com.siacapp.protocol.control;

import com.siacapp.installation.entity.Setting;

/** What the operator decides about the protocol's answers. */
public interface ProtocolSettings {

    Setting<Integer> PAGE_SIZE = Setting.count(
            "SIAC_MCP_PAGE_SIZE",
            "100",
            1,
            1000,
            "How many tools, resources, templates or prompts one answer lists; what follows comes by a cursor.");
}
