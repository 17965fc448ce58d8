package com.siacapp.resources.entity;

import com.siacapp.grants.entity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean the resources of a whole family of URIs (MCP 2026-07-28, server/resources, templates).
 *
 * <p>The method takes one record, whose components are the variables, and whatever else a {@link Resource} may take. It
 * answers what a resource may answer, or an {@link java.util.Optional} of it, empty if there is no such resource. A URI
 * whose variables do not fit the record, or break its constraints, is one of no resource. Values are decoded, so that they
 * may hold anything, a slash too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ResourceTemplate {
    /** Such as {@code siac://templates/{template_id}}: RFC 6570, level 1, each variable once and named as on the wire. */
    String uriTemplate();

    /** A short name for programs. */
    String name();

    /** A few words for people, in English. */
    String title();

    /** What these resources hold, in English. */
    String description();

    String mimeType() default "application/json";

    /** Hints for clients, of all its resources. */
    Resource.Annotations annotations() default @Resource.Annotations;

    /** All the scopes reading and completions need; none means that any token will do. */
    Scope[] scope() default {};
}
