package com.siacapp.protocol.entity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something a list says in {@code _meta} of a tool, resource, template or prompt that nothing else here says. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Meta.All.class)
public @interface Meta {
    /** Such as {@code openai/profile}. */
    String key();

    /** Its value as JSON, such as {@code true}. */
    String json();

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Meta[] value();
    }
}
