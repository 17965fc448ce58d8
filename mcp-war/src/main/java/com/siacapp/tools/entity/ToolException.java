package com.siacapp.tools.entity;

/**
 * The tool cannot do what it was asked, and its message tells the model why and what to do instead.
 *
 * <p>It becomes a result with {@code isError}, not a protocol error (MCP 2026-07-28, server/tools, error handling). The
 * message is shown: it is a sentence in the caller's language and holds no secret.
 */
public final class ToolException extends RuntimeException {

    public ToolException(String sentence) {
        super(sentence);
    }
}
