package com.siacapp.tools.entity;

import com.siacapp.grants.entity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a tool (MCP 2026-07-28, server/tools).
 *
 * <p>The method takes at most one record, the tool's arguments, and any of {@code CallContext}, {@code Caller} and
 * {@code Locale}, in any order. It answers a record, or a {@link ToolResult} around one. Every component of the arguments
 * that is no {@link java.util.Optional} is required; Bean Validation's constraints become keywords of the published
 * schema, and the engine refuses what breaks it before the method runs.
 *
 * <p>A method ends a call in one of four ways: it returns; it throws {@link ToolException}, a sentence the model can act
 * on; it throws {@link com.siacapp.protocol.entity.InputRequired}; or it throws anything else, which is our fault, is
 * logged, and never shown.
 *
 * <p>The members are named like those of {@code org.mcpjava.server.tools.Tool}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Tool {
    /** The advertised name, such as {@code siac_list_templates}; {@code siac.list_templates} is accepted too. */
    String name();

    /** A few words for people, in English. */
    String title();

    /** What it does and when to use it, for the model, in English. */
    String description();

    /** All the scopes a call needs; none means that any token will do. A role that cannot have them never sees the tool. */
    Scope[] scope() default {};

    /** Further names a call may use. */
    String[] aliases() default {};

    /** What clients may assume of a call; the defaults are the protocol's, which are the careful ones. */
    Annotations annotations() default @Annotations;

    /** Hints to clients (MCP 2026-07-28, ToolAnnotations). */
    @interface Annotations {
        /** It changes nothing. */
        boolean readOnlyHint() default false;

        /** It may delete or overwrite. */
        boolean destructiveHint() default true;

        /** Repeating it with the same arguments changes nothing more. */
        boolean idempotentHint() default false;

        /** It reaches beyond this server, as a message to a person does. */
        boolean openWorldHint() default true;
    }
}
