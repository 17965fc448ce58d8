package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Something a call must know before it can go on, and only the client can tell.
 *
 * @param method of the client, such as {@code elicitation/create}
 * @param params as that method defines them
 */
public record Question(String method, ObjectNode params) {

    static final String SAMPLING = "sampling/createMessage";
    private static final String ELICITATION = "elicitation/create";
    private static final String FORM = "form";
    private static final String URL = "url";
    private static final String ROOTS = "roots/list";
    private static final String ELICITATION_ID = "elicitationId";
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

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

    /**
     * A page for the person to go to, for what no client may see (MCP 2026-07-28, client/elicitation, URL mode). That they
     * accept says that they set out: whether the page is done, the call must find out by itself, and before it asks.
     *
     * @param address names nobody and lets nobody in: the page itself makes sure that it is this person
     * @param elicitationId by which {@code McpSessions.pageIsDone} says that it is
     * @throws IllegalArgumentException for an address that is neither https nor of this computer
     */
    public static Question page(String message, URI address, String elicitationId) {
        var isLocal = "http".equals(address.getScheme()) && THIS_COMPUTER.contains(String.valueOf(address.getHost()));
        if (address.getHost() == null || !(isLocal || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException("Nobody is sent to " + address);
        }
        return new Question(
                ELICITATION,
                Json.object()
                        .put("mode", URL)
                        .put("message", message)
                        .put("url", address.toString())
                        .put(ELICITATION_ID, elicitationId));
    }

    /** The short form of a {@link Sampling}. */
    public static Question sampling(String prompt, int maxTokens) {
        return Sampling.of(maxTokens).user(Content.text(prompt)).question();
    }

    /** The folders the client works in (MCP 2025-11-25, client/roots; deprecated with 2026-07-28). */
    public static Question roots() {
        return new Question(ROOTS, Json.object());
    }

    /** The params as they are since 2026-07-28, which tells nobody by an id that a page was left (schema, changelog). */
    public ObjectNode modernParams() {
        return params.deepCopy().without(ELICITATION_ID);
    }

    /** As a request to an older client, which answers by a message of its own. */
    public ObjectNode request(String id, CallContext context) {
        var request = Json.object().put("jsonrpc", "2.0").put("id", id).put("method", method);
        var isOlder = method.equals(SAMPLING) && !context.version().hasCapabilityVariants();
        request.set("params", isOlder ? Sampling.forOlder(params, context) : params);
        return request;
    }

    /** Whether this sends the person to a page. */
    public boolean isPage() {
        return params.path("mode").asText().equals(URL);
    }

    /** The name of the page, for older clients. */
    public String elicitationId() {
        return params.path(ELICITATION_ID).asText();
    }

    /** Whether a client with these capabilities can answer. */
    public boolean isFor(JsonNode capabilities) {
        return missingIn(capabilities).isEmpty();
    }

    /** What a client with these capabilities must declare besides, to be asked this, as {@code ClientCapabilities}. */
    public ObjectNode missingIn(JsonNode capabilities) {
        var name = method.substring(0, method.indexOf('/'));
        var declared = capabilities.path(name);
        var unknown =
                variants().stream().filter(variant -> !knows(declared, variant)).toList();
        var missing = Json.object();
        if (!declared.isObject() || !unknown.isEmpty()) {
            unknown.forEach(missing.putObject(name)::putObject);
        }
        return missing;
    }

    /** A client that names no mode of elicitation knows forms (client/elicitation, capabilities). */
    private static boolean knows(JsonNode declared, String variant) {
        return declared.path(variant).isObject() || (variant.equals(FORM) && declared.isObject() && declared.isEmpty());
    }

    private List<String> variants() {
        return switch (method) {
            case ELICITATION -> List.of(isPage() ? URL : FORM);
            case SAMPLING -> Sampling.variantsNeededBy(params);
            default -> List.of();
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
            case SAMPLING -> Answer.isSpoken(answer.path("content"));
            default -> answer.path("roots").isArray();
        };
    }
}
