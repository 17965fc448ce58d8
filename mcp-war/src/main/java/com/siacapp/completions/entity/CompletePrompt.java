package com.siacapp.completions.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean complete an argument of a prompt (MCP 2026-07-28, server/utilities/completion).
 *
 * <p>The method takes {@link Typed} and any of {@code Caller} and {@code Locale}, and answers {@link Suggestions}. It asks
 * nobody anything.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CompletePrompt {
    /** The prompt's name. */
    String prompt();

    /** The argument's name on the wire. */
    String argument();
}
