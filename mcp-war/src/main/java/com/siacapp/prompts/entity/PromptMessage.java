package com.siacapp.prompts.entity;

import com.siacapp.protocol.entity.Content;

/** One message of a prompt (MCP 2026-07-28, schema, PromptMessage). */
public record PromptMessage(Role role, Content content) {

    /** Who says it. */
    public enum Role {
        USER,
        ASSISTANT
    }

    /** What the person says. */
    public static PromptMessage user(Content content) {
        return new PromptMessage(Role.USER, content);
    }

    /** What the model is to have said. */
    public static PromptMessage assistant(Content content) {
        return new PromptMessage(Role.ASSISTANT, content);
    }
}
