package com.siacapp.observability.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.prompts.control.DeclaredPrompt;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.resources.control.Found;
import com.siacapp.tools.control.DeclaredTool;
import java.util.Set;

/**
 * What a request is about, in names that are all known beforehand.
 *
 * @param method the method, or {@link #OTHER}
 * @param tool the tool's advertised name; empty if none is called, or none that there is
 * @param prompt the same of a prompt
 * @param resource the URI of a declared resource, or the template it comes from; the rest of it is an argument
 */
public record Subject(String method, String tool, String prompt, String resource) {

    /** A method that this server has not. */
    public static final String OTHER = "_OTHER";

    static final String TOOLS_CALL = "tools/call";
    private static final String PROMPTS_GET = "prompts/get";
    private static final String LISTEN = "subscriptions/listen";
    private static final Set<String> OF_ONE_RESOURCE =
            Set.of("resources/read", "resources/subscribe", "resources/unsubscribe");

    static Subject of(Incoming incoming, Offered offered) {
        var request = incoming.request();
        return of(request.method(), request.params(), incoming.caller(), offered);
    }

    static Subject of(String method, ObjectNode params, Caller caller, Offered offered) {
        if (!offered.methods().contains(method)) {
            return new Subject(OTHER, "", "", "");
        }
        var name = params.path("name").asText();
        var role = caller.role();
        if (method.equals(TOOLS_CALL)) {
            var tool = offered.tools().find(name, role).map(DeclaredTool::name);
            return new Subject(method, tool.orElse(""), "", "");
        }
        if (method.equals(PROMPTS_GET)) {
            var prompt = offered.prompts().find(name, role).map(DeclaredPrompt::name);
            return new Subject(method, "", prompt.orElse(""), "");
        }
        if (OF_ONE_RESOURCE.contains(method)) {
            var resource = offered.resources()
                    .find(params.path("uri").asText(), caller)
                    .map(Found::declaredUri);
            return new Subject(method, "", "", resource.orElse(""));
        }
        return new Subject(method, "", "", "");
    }

    /** Whether its answer is a stream that stays open. */
    boolean isStream() {
        return method.equals(LISTEN);
    }

    /** What a span of it is called (OpenTelemetry, semantic conventions for MCP). */
    String spanName() {
        return (method + " " + tool + prompt).strip();
    }
}
