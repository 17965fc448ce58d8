package com.siacapp.completions.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean complete a variable of a resource template (MCP 2026-07-28, server/utilities/completion).
 *
 * <p>The method is like that of {@link CompletePrompt}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CompleteResourceTemplate {
    /** The template as it is declared. */
    String uriTemplate();

    String variable();
}
