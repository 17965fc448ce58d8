package com.siacapp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a request ended, after all its rounds.
 *
 * @param json the answer's body; missing if there was none
 * @param ahead what the server said before its answer, in order
 * @param asked the questions it asked, in order, as requests of the client's methods
 */
public record McpOutcome(int status, HttpHeaders headers, JsonNode json, List<JsonNode> ahead, List<JsonNode> asked) {

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The result; fails if there is none. */
    public JsonNode result() {
        assertThat(json.has("result")).as(toString()).isTrue();
        return json.path("result");
    }

    /** The record of a tool that answered. */
    public JsonNode structured() {
        assertThat(result().path("isError").asBoolean()).as(toString()).isFalse();
        return result().path("structuredContent");
    }

    /** Its first text is this one. */
    public McpOutcome expectText(String text) {
        assertThat(structured()).as(toString()).isNotNull();
        assertThat(text()).as(toString()).isEqualTo(text);
        return this;
    }

    /** The tool could not do it, and says why in a sentence with these words. */
    public McpOutcome expectRefusal(String words) {
        assertThat(result().path("isError").asBoolean()).as(toString()).isTrue();
        assertThat(text()).as(toString()).contains(words);
        return this;
    }

    /** It ended in this error of the protocol. */
    public McpOutcome expectError(int code) {
        assertThat(json.at("/error/code").asInt()).as(toString()).isEqualTo(code);
        return this;
    }

    /** It asked these methods of the client, in this order, and nothing else. */
    public McpOutcome expectAsked(String... methods) {
        assertThat(asked)
                .as(toString())
                .extracting(question -> question.path("method").asText())
                .containsExactly(methods);
        return this;
    }

    /** How far it said it was, in order. */
    public McpOutcome expectProgress(double... steps) {
        assertThat(said("notifications/progress")
                        .map(params -> params.path("progress").asDouble()))
                .as(toString())
                .containsExactly(Arrays.stream(steps).boxed().toArray(Double[]::new));
        return this;
    }

    /** What it logged to the client, in order. */
    public McpOutcome expectLog(String... texts) {
        assertThat(said("notifications/message")
                        .map(params -> params.path("data").asText()))
                .as(toString())
                .containsExactly(texts);
        return this;
    }

    private Stream<JsonNode> said(String method) {
        return ahead.stream()
                .filter(message -> message.path("method").asText().equals(method))
                .map(message -> message.path("params"));
    }

    private String text() {
        return json.at("/result/content/0/text").asText();
    }

    @Override
    public String toString() {
        return status + " " + json + "\nahead of it: " + ahead + "\nasked: " + asked;
    }
}
