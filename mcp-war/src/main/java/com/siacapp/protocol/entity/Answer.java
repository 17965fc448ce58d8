package com.siacapp.protocol.entity;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the client said to a {@link Question}.
 *
 * @param json the result of the question's method
 */
public record Answer(JsonNode json) {

    private static final String TOOL_USE = "tool_use";

    /** Of an elicitation: {@code accept}, {@code decline} or {@code cancel}. */
    public String action() {
        return json.path("action").asText();
    }

    /**
     * Whether the person filled the form in and sent it, or set out for the page, which says nothing of what came of it; a
     * person may also decline, or close it.
     */
    public boolean isAccepted() {
        return action().equals("accept");
    }

    /** What the person filled in; it satisfies the schema that was asked for. */
    public JsonNode content() {
        return json.path("content");
    }

    /** Of a sampling: the words of the client's model. */
    public String text() {
        return blocks().stream()
                .map(Content::json)
                .filter(block -> block.path("type").asText().equals("text"))
                .map(block -> block.path("text").asText())
                .collect(joining("\n"));
    }

    /** Of a sampling: all the model said, in order. */
    public List<Content> blocks() {
        return blocksOf(content());
    }

    /** Of a sampling: the tools the model wants to use before it goes on. */
    public List<ToolUse> toolUses() {
        return blocks().stream()
                .map(Content::json)
                .filter(block -> block.path("type").asText().equals(TOOL_USE))
                .map(use ->
                        new ToolUse(use.path("id").asText(), use.path("name").asText(), use.path("input")))
                .toList();
    }

    /** Of a sampling: why the model ended, such as {@code endTurn} or {@code maxTokens}; empty if nobody knows. */
    public String stopReason() {
        return json.path("stopReason").asText();
    }

    /** One block, or an array of them. */
    static List<Content> blocksOf(JsonNode content) {
        var blocks = content.isArray() ? StreamSupport.stream(content.spliterator(), false) : Stream.of(content);
        return blocks.filter(JsonNode::isObject)
                .map(block -> new Content((ObjectNode) block))
                .toList();
    }

    /** Whether this is what a model can have said (schema, SamplingMessageContentBlock). */
    static boolean isSpoken(JsonNode content) {
        var blocks = blocksOf(content);
        return !blocks.isEmpty()
                && (!content.isArray() || blocks.size() == content.size())
                && blocks.stream().allMatch(block -> isSpokenBlock(block.json()));
    }

    private static boolean isSpokenBlock(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "text" -> block.path("text").isTextual();
            case "image", "audio" ->
                block.path("data").isTextual() && block.path("mimeType").isTextual();
            case TOOL_USE ->
                block.path("id").isTextual()
                        && block.path("name").isTextual()
                        && block.path("input").isObject();
            default -> false;
        };
    }
}
