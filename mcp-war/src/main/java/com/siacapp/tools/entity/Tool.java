package com.siacapp.tools.entity;

import com.siacapp.grants.entity.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method of a CDI bean a tool (MCP 2026-07-28, server/tools).
 *
 * <p>The method takes at most one record, the tool's arguments, and any of {@code CallContext}, {@code Caller},
 * {@code Locale}, {@code Progress}, {@code ClientLog} and {@code Cancellation}, in any order. Every component of the
 * arguments that is no {@link java.util.Optional} is required; Bean Validation's constraints become keywords of the
 * published schema, and the engine refuses what breaks it, or a constraint no schema can say, before the method runs.
 *
 * <p>It answers a record or another value, which is its structured content and has a schema; or a {@link ToolResult}
 * around one, with words and pictures beside it; or, without structure and schema, a {@code String}, a
 * {@link com.siacapp.protocol.entity.Content} or a list of them. Clients before 2026-07-28 get as text what is no record.
 *
 * <p>A method ends a call in one of four ways: it returns; it throws {@link ToolException}, a sentence the model can act
 * on; it throws {@link com.siacapp.protocol.entity.InputRequired}; or it throws anything else, which is our fault, is
 * logged, and never shown.
 *
 * <p>{@link com.siacapp.protocol.entity.Spanish @Spanish}, {@link com.siacapp.protocol.entity.Icon @Icon} and
 * {@link com.siacapp.protocol.entity.Meta @Meta} may stand beside it, {@link com.siacapp.protocol.entity.Describe @Describe} and
 * {@link com.siacapp.protocol.entity.McpHeader @McpHeader} on components. The members are named like those of
 * {@code org.mcpjava.server.tools.Tool}.
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

    /**
     * For what no record can say: a file beside the class with the schema, published as it is; the method takes an
     * {@code ObjectNode} then. References within the file are followed, others never.
     */
    String inputSchema() default "";

    /** The view that shows its results; at most one. */
    View[] view() default {};

    /** What the client says while it runs and after it; at most one. */
    Status[] status() default {};

    /** Those of its arguments, by their names on the wire, for which ChatGPT gives a file of the person's. */
    String[] fileParams() default {};

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

    /** How a tool and its view belong together (MCP Apps 2026-01-26, tool metadata). */
    @interface View {
        /** Of a resource that is a view. */
        String uri();

        /** Who may call the tool. */
        Visibility[] visibility() default {Visibility.MODEL, Visibility.APP};
    }

    /** Short texts for people, of at most 64 characters each (OpenAI, plugins/reference). */
    @interface Status {
        /** While it runs. */
        String invoking();

        String invokingInSpanish();

        /** Once it ran. */
        String invoked();

        String invokedInSpanish();
    }

    /** Who calls a tool that has a view. */
    enum Visibility {
        /** The model, of its own accord. */
        MODEL,
        /** The view, by a click of the person. */
        APP
    }
}
