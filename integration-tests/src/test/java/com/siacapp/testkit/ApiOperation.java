package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One method of one path as it is described, and whether answers are as it says. */
public record ApiOperation(ApiDescription api, String method, String path, JsonNode described) {

    private static final String JSON = "application/json";
    private static final String HTML = "text/html";
    private static final String FALLBACK = "default";

    public String id() {
        return described.path("operationId").asText();
    }

    /** Whether a request by this method for this path is one of it. */
    public boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && otherPath.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
    }

    /** How it can end: a status and, if there is one, the error, such as {@code 400 invalid_grant}. */
    public Set<String> outcomes() {
        return described.path("responses").properties().stream()
                .filter(response -> !response.getKey().equals(FALLBACK))
                .flatMap(response -> outcomes(response.getKey(), api.resolved(response.getValue())))
                .collect(Collectors.toSet());
    }

    private static Stream<String> outcomes(String status, JsonNode response) {
        var withErrors = errors(response).stream().map(error -> status + " " + error);
        // A page or a redirect may carry an error.
        var isError = !errors(response).isEmpty() && response.path("content").has(JSON);
        return isError ? withErrors : Stream.concat(Stream.of(status), withErrors);
    }

    public static String outcome(Answer answer) {
        return (answer.status() + " " + error(answer)).strip();
    }

    private static String error(Answer answer) {
        return switch (mediaType(answer)) {
            case JSON -> answer.json().path("error").asText();
            case HTML ->
                answer.page().select(".go a").isEmpty()
                        ? ""
                        : answer.offeredBack().getOrDefault("error", "");
            default -> answer.redirectParameters().getOrDefault("error", "");
        };
    }

    /** Status, headers, kind of content and content are as described, and it was a request of this operation. */
    public void verify(Answer answer) {
        var request = answer.response().request();
        assertThat(is(request.method(), request.uri().getPath()))
                .as("%s %s of %s %s", method, path, request.method(), request.uri())
                .isTrue();
        var response = response(answer.status());
        var error = error(answer);
        if (!error.isEmpty()) {
            assertThat(errors(response)).as("errors of %s", answer).contains(error);
        }
        response.path("headers").properties().stream()
                .filter(header ->
                        api.resolved(header.getValue()).path("required").asBoolean())
                .forEach(header -> assertThat(answer.header(header.getKey()))
                        .as(header.getKey())
                        .isNotEmpty());
        verifyContent(response.path("content"), answer);
    }

    private JsonNode response(int status) {
        var responses = described.path("responses");
        return api.resolved(responses.has("" + status) ? responses.path("" + status) : responses.path(FALLBACK));
    }

    private void verifyContent(JsonNode content, Answer answer) {
        if (content.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        var mediaType = mediaType(answer);
        assertThat(content.has(mediaType)).as("content of %s", answer).isTrue();
        var body = mediaType.equals(JSON) ? answer.json() : TextNode.valueOf(answer.body());
        assertThat(api.errors(content.path(mediaType).path("schema"), body))
                .as(answer.toString())
                .isEmpty();
    }

    private static String mediaType(Answer answer) {
        return answer.header("Content-Type").split(";", 2)[0];
    }

    private static List<String> errors(JsonNode response) {
        return response.path("x-errors").valueStream().map(JsonNode::asText).toList();
    }

    /** The schema of its request, if it has a body. */
    public JsonNode requestSchema() {
        return requestContent().path("schema");
    }

    /** The examples of its request, by name. */
    public Map<String, JsonNode> requestExamples() {
        return examples(requestContent());
    }

    private JsonNode requestContent() {
        var content = api.resolved(described.path("requestBody")).path("content");
        return content.isEmpty() ? content : content.iterator().next();
    }

    public boolean takesForm() {
        return api.resolved(described.path("requestBody")).path("content").has("application/x-www-form-urlencoded");
    }

    /** Schemas and examples of all its JSON answers. */
    public Stream<Entry<JsonNode, JsonNode>> answerExamples() {
        return described.path("responses").properties().stream()
                .map(response ->
                        api.resolved(response.getValue()).path("content").path(JSON))
                .flatMap(content ->
                        examples(content).values().stream().map(example -> Map.entry(content.path("schema"), example)));
    }

    private Map<String, JsonNode> examples(JsonNode content) {
        var examples = new LinkedHashMap<String, JsonNode>();
        content.path("examples")
                .properties()
                .forEach(example -> examples.put(
                        example.getKey(), api.resolved(example.getValue()).path("value")));
        return examples;
    }

    @Override
    public String toString() {
        return id();
    }
}
