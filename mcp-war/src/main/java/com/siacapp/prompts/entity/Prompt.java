package com.siacapp.prompts.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a prompt (MCP 2026-07-28, server/prompts).
 *
 * <p>The method takes at most one record, the prompt's arguments, of {@code String} or {@code Optional<String>}
 * components, and any of {@code CallContext}, {@code Caller} and {@code Locale}. It answers the text of the person's
 * message.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Prompt {
    String name();

    /** A few words for people, in English. */
    String title();

    /** What it is good for, in English. */
    String description();
}
