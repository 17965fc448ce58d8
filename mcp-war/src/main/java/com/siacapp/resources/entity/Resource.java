package com.siacapp.resources.entity;

import com.siacapp.grants.entity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a resource (MCP 2026-07-28, server/resources).
 *
 * <p>The method takes any of {@code CallContext}, {@code Caller}, {@code Locale}, {@code Progress}, {@code ClientLog} and
 * {@code Cancellation}. A {@code String} it answers is the text itself, a {@code byte[]} its bytes; a
 * {@link com.siacapp.protocol.entity.ResourceContents} or a list of them says all there is to say; anything else is
 * written as JSON. It may throw {@link com.siacapp.protocol.entity.InputRequired}.
 *
 * <p>{@link com.siacapp.protocol.entity.Spanish @Spanish} and {@link com.siacapp.protocol.entity.Icon @Icon} may stand
 * beside it.
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

    /** For a view that tools show: how clients frame it. Its URI starts with {@code ui://}; at most one. */
    View[] view() default {};

    /** The MIME type of views. */
    String VIEW = "text/html;profile=mcp-app";

    /** What a view may reach, and how it is framed (MCP Apps 2026-01-26, UI resource metadata). Nothing, by default. */
    @interface View {
        /** Origins it may call. */
        String[] connectDomains() default {};

        /** Origins it may load scripts, styles, pictures and fonts from. */
        String[] resourceDomains() default {};

        /** Origins it may embed. */
        String[] frameDomains() default {};

        /** Origins its base URI may have. */
        String[] baseUriDomains() default {};

        /** The origin it is served from, where the client has one for each server; ChatGPT demands it of published apps. */
        String domain() default "";

        /** Whether the client draws a border around it. */
        boolean prefersBorder() default false;
    }
}
