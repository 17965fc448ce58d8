package com.siacapp.resources.entity;

import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.Content;
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
 * <p>{@link com.siacapp.protocol.entity.Spanish @Spanish}, {@link com.siacapp.protocol.entity.Icon @Icon} and
 * {@link com.siacapp.protocol.entity.Meta @Meta} may stand beside it.
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

    /** How many bytes it holds; negative if nobody knows beforehand. */
    long size() default -1;

    /** Hints for clients. */
    Annotations annotations() default @Annotations;

    /** For a view that tools show: how clients frame it. Its URI starts with {@code ui://}; at most one. */
    View[] view() default {};

    /** The MIME type of views. */
    String VIEW = "text/html;profile=mcp-app";

    /** Hints for clients (MCP 2026-07-28, schema, Annotations). None, by default. */
    @interface Annotations {
        /** Whom it is meant for. */
        Content.Audience[] audience() default {};

        /** From 0, which is to be left out first, to 1, which cannot be; negative if there is nothing to say. */
        double priority() default -1;

        /** When it changed, in ISO 8601; empty if nobody knows beforehand. */
        String lastModified() default "";
    }

    /** What a view may ask the person's browser for; it must do without. */
    enum Permission {
        CAMERA("camera"),
        MICROPHONE("microphone"),
        GEOLOCATION("geolocation"),
        CLIPBOARD_WRITE("clipboardWrite");

        private final String wireName;

        Permission(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

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

        /** Origins the person may be sent to from it without a warning; only ChatGPT knows them. */
        String[] redirectDomains() default {};

        /** What it asks the person's browser for. */
        Permission[] permissions() default {};

        /** What it shows, for the model, in English, so that the model does not say it again; only ChatGPT reads it. */
        String description() default "";

        /** The origin it is served from, where the client has one for each server; ChatGPT demands it of published apps. */
        String domain() default "";

        /** Whether the client draws a border around it. */
        boolean prefersBorder() default false;
    }
}
