package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The program at the other end, by what it says of itself. Never a reason to trust it.
 *
 * @param name as in {@code clientInfo.name}, or the first product of {@code User-Agent} where a request carries no such
 *     thing; empty if neither is there
 * @param capabilities as in {@code ClientCapabilities}; empty if it declared none
 */
public record Client(String name, JsonNode capabilities) {

    /** A client that can do nothing but call. */
    public Client(String name) {
        this(name, Json.object());
    }

    /** The client of a request that does not name it, by the first product of its {@code User-Agent}. */
    public static Client ofUserAgent(@Nullable String userAgent) {
        return new Client(userAgent == null ? "" : userAgent.split("[/ ]", 2)[0]);
    }

    /** ChatGPT and its kin read a challenge from a tool's result (OpenAI, plugins/build/auth). */
    public boolean readsChallengeFromResult() {
        return name.startsWith("openai-mcp");
    }

    /** Whether it declared this extension. */
    public boolean knows(String extension) {
        return capabilities.path("extensions").path(extension).isObject();
    }
}
