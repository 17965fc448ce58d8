package com.siacapp.observability.control;

import com.siacapp.prompts.control.DeclaredPrompt;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.RequestFilter.Incoming;
import com.siacapp.tools.control.DeclaredTool;
import com.siacapp.tools.control.ToolRegistry;
import java.util.Set;

/**
 * What a request is about, in names that are all known beforehand.
 *
 * @param method the method, or {@link #OTHER}
 * @param tool the tool's advertised name; empty if none is called, or none that there is
 * @param prompt the same of a prompt
 */
public record Subject(String method, String tool, String prompt) {

    /** A method that is none of the protocol's. */
    public static final String OTHER = "_OTHER";

    static final String TOOLS_CALL = "tools/call";
    private static final String PROMPTS_GET = "prompts/get";

    /** Every request a client can send, of any version. */
    private static final Set<String> METHODS = Set.of(
            "completion/complete",
            "initialize",
            "logging/setLevel",
            "ping",
            PROMPTS_GET,
            "prompts/list",
            "resources/list",
            "resources/read",
            "resources/subscribe",
            "resources/templates/list",
            "resources/unsubscribe",
            "server/discover",
            "subscriptions/listen",
            "tasks/cancel",
            "tasks/get",
            "tasks/list",
            "tasks/result",
            "tasks/update",
            TOOLS_CALL,
            "tools/list");

    static Subject of(Incoming incoming, ToolRegistry tools, PromptRegistry prompts) {
        var method = incoming.request().method();
        var name = incoming.request().params().path("name").asText();
        return switch (method) {
            case TOOLS_CALL ->
                new Subject(
                        method,
                        tools.find(name, incoming.caller().role())
                                .map(DeclaredTool::name)
                                .orElse(""),
                        "");
            case PROMPTS_GET ->
                new Subject(
                        method,
                        "",
                        prompts.find(name, incoming.caller().role())
                                .map(DeclaredPrompt::name)
                                .orElse(""));
            default -> new Subject(METHODS.contains(method) ? method : OTHER, "", "");
        };
    }

    /** What a span of it is called (OpenTelemetry, semantic conventions for MCP). */
    String spanName() {
        return (method + " " + tool + prompt).strip();
    }
}
