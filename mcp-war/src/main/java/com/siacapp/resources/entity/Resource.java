package com.siacapp.resources.entity;

import com.siacapp.grants.entity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a resource (MCP 2026-07-28, server/resources).
 *
 * <p>The method takes any of {@code CallContext}, {@code Caller} and {@code Locale}. A {@code String} it answers is the
 * text itself; anything else is written as JSON.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Resource {
    String uri();

    /** A short name for programs. */
    String name();

    /** A few words for people, in English. */
    String title();

    /** What it holds, in English. */
    String description();

    String mimeType() default "application/json";

    /** All the scopes reading needs; none means that any token will do. */
    Scope[] scope() default {};
}
