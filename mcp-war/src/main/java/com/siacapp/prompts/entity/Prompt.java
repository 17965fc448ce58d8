package com.siacapp.prompts.entity;

import com.siacapp.grants.entity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a prompt (MCP 2026-07-28, server/prompts).
 *
 * <p>The method takes at most one record, the prompt's arguments, of {@code String} or {@code Optional<String>}
 * components, and any of {@code CallContext}, {@code Caller}, {@code Locale}, {@code Progress}, {@code ClientLog} and
 * {@code Cancellation}. It answers the text of the person's message, or a {@link PromptMessage}, or a list of them. It may
 * throw {@link com.siacapp.protocol.entity.InputRequired}. Arguments that break the record's constraints are refused.
 *
 * <p>{@link com.siacapp.protocol.entity.Spanish @Spanish}, {@link com.siacapp.protocol.entity.Icon @Icon} and
 * {@link com.siacapp.protocol.entity.Meta @Meta} may stand beside it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Prompt {
    String name();

    /** A few words for people, in English. */
    String title();

    /** What it is good for, in English. */
    String description();

    /** All the scopes getting it and completions need; none means that any token will do. */
    Scope[] scope() default {};
}
