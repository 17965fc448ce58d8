package com.siacapp.tools.entity;

/**
 * The tool cannot do what it was asked, and its message tells the model why and what to do instead.
 *
 * <p>It becomes a result with {@code isError}, not a protocol error (MCP 2026-07-28, server/tools, error handling). The
 * sentence is shown: it is a sentence in the caller's language and holds no secret.
 */
public final class ToolException extends RuntimeException {

    private final String sentence;

    public ToolException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
