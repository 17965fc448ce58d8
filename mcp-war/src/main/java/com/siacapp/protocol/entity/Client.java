package com.siacapp.protocol.entity;

/**
 * The program at the other end, by what it says of itself. Never a reason to trust it.
 *
 * @param name as in {@code clientInfo.name}, or the first product of {@code User-Agent} where a request carries no such
 *     thing; empty if neither is there
 */
public record Client(String name) {

    /** ChatGPT and its kin read a challenge from a tool's result (OpenAI, plugins/build/auth). */
    public boolean readsChallengeFromResult() {
        return name.startsWith("openai-mcp");
    }
}
