package com.siacapp.protocol.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A picture that clients may show beside a tool, resource, template or prompt (MCP 2025-11-25, schema, Icon). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Icon.All.class)
public @interface Icon {
    /** A file beside the class: PNG or JPEG, which every client shows, SVG or WebP. It is part of each list, so keep it small. */
    String value();

    /** Such as {@code 48x48}, or {@code any} for SVG; none means that it fits everywhere. */
    String[] sizes() default {};

    Theme theme() default Theme.ANY;

    /** The backgrounds it is drawn for. */
    enum Theme {
        ANY,
        LIGHT,
        DARK
    }

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Icon[] value();
    }
}
