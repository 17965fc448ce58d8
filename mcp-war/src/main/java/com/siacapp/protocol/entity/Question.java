package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/**
 * Something a call must know before it can go on, and only the client can tell.
 *
 * @param method of the client, such as {@code elicitation/create}
 * @param params as that method defines them
 */
public record Question(String method, ObjectNode params) {

    private static final String ELICITATION = "elicitation/create";
    private static final String SAMPLING = "sampling/createMessage";
    private static final String ROOTS = "roots/list";

    /**
     * A form for the person (MCP 2026-07-28, client/elicitation).
     *
     * @param message why we ask, in the person's language
     * @param requestedSchema a flat object of primitive properties; never for secrets
     */
    public static Question form(String message, ObjectNode requestedSchema) {
        var params = Json.object().put("message", message);
        params.set("requestedSchema", requestedSchema);
        return new Question(ELICITATION, params);
    }

    /** A page for the person to go to, for what no client may see (MCP 2026-07-28, client/elicitation, URL mode). */
    public static Question page(String message, URI address, String elicitationId) {
        return new Question(
                ELICITATION,
                Json.object()
                        .put("mode", "url")
                        .put("message", message)
                        .put("url", address.toString())
                        .put("elicitationId", elicitationId));
    }

    /** A text for the client's model to go on with (MCP 2025-11-25, client/sampling; deprecated with 2026-07-28). */
    public static Question sampling(String prompt, int maxTokens) {
        var params = Json.object();
        params.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", prompt);
        return new Question(SAMPLING, params.put("maxTokens", maxTokens));
    }

    /** The folders the client works in (MCP 2025-11-25, client/roots; deprecated with 2026-07-28). */
    public static Question roots() {
        return new Question(ROOTS, Json.object());
    }

    /** The params as they are since 2026-07-28, which tells nobody by an id that a page was left (schema, changelog). */
    public ObjectNode modernParams() {
        return params.deepCopy().without("elicitationId");
    }

    /** As a request to an older client, which answers by a message of its own. */
    public ObjectNode request(String id) {
        var request = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
        request.set("params", params);
        return request;
    }

    /** What a client that can answer this declares, as {@code ClientCapabilities}. */
    public ObjectNode requiredCapability() {
        return switch (method) {
            case ELICITATION ->
                isPage()
                        ? Json.object().set("elicitation", Json.object().set("url", Json.object()))
                        : Json.object().set("elicitation", Json.object());
            case SAMPLING -> Json.object().set("sampling", Json.object());
            case ROOTS -> Json.object().set("roots", Json.object());
            default -> throw new IllegalStateException("No client answers " + method);
        };
    }

    /** Whether a client with these capabilities can answer. One that names no mode of elicitation knows forms. */
    public boolean isFor(JsonNode capabilities) {
        return switch (method) {
            case ELICITATION -> {
                var elicitation = capabilities.path("elicitation");
                yield elicitation.isObject()
                        && (isPage() ? elicitation.has("url") : elicitation.isEmpty() || elicitation.has("form"));
            }
            case SAMPLING -> capabilities.path("sampling").isObject();
            default -> capabilities.path("roots").isObject();
        };
    }

    /** Whether this is an answer to the question at all; if not, it is asked again. */
    boolean accepts(JsonNode answer) {
        return switch (method) {
            case ELICITATION ->
                switch (answer.path("action").asText()) {
                    case "accept" ->
                        isPage() || FormAnswer.fits(params.path("requestedSchema"), answer.path("content"));
                    case "decline", "cancel" -> true;
                    default -> false;
                };
            case SAMPLING -> answer.path("content").isContainerNode();
            default -> answer.path("roots").isArray();
        };
    }

    private boolean isPage() {
        return params.path("mode").asText().equals("url");
    }
}
