package com.siacapp.protocol.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * What the client's model is to go on with (MCP 2025-11-25 and 2026-07-28, client/sampling; deprecated with the latter). It
 * never changes: each method answers another one.
 */
public final class Sampling {

    private static final String MESSAGES = "messages";
    private static final String CONTENT = "content";
    private static final String TOOLS = "tools";
    private static final String PREFERENCES = "modelPreferences";

    /** What matters in the choice of a model. */
    public enum Priority {
        COST,
        SPEED,
        INTELLIGENCE
    }

    /** What else of its conversation the client is to show its model; only for clients that declare {@code context}. */
    public enum Context {
        THIS_SERVER("thisServer"),
        ALL_SERVERS("allServers");

        private final String wireName;

        Context(String wireName) {
            this.wireName = wireName;
        }
    }

    /** Whether the model uses the tools it is offered. */
    public enum ToolChoice {
        AUTO,
        REQUIRED,
        NONE
    }

    private final ObjectNode params;

    private Sampling(ObjectNode params) {
        this.params = params;
    }

    /** @param maxTokens as many as the model may say, at most */
    public static Sampling of(int maxTokens) {
        var params = Json.object();
        params.putArray(MESSAGES);
        return new Sampling(params.put("maxTokens", maxTokens));
    }

    /** The same, and the person said this. */
    public Sampling user(Content... blocks) {
        return said("user", blocks);
    }

    /** The same, and the model said this. */
    public Sampling assistant(Content... blocks) {
        return said("assistant", blocks);
    }

    public Sampling systemPrompt(String prompt) {
        return with(changed -> changed.put("systemPrompt", prompt));
    }

    /** Models by a part of their names, the best first; the client may take another. */
    public Sampling preferring(String... models) {
        return with(changed -> {
            var hints = changed.withObjectProperty(PREFERENCES).putArray("hints");
            Arrays.stream(models).forEach(model -> hints.addObject().put("name", model));
        });
    }

    /** @param weight from 0, which does not matter, to 1, which matters most */
    public Sampling preferring(Priority priority, double weight) {
        var name = priority.name().toLowerCase(Locale.ROOT) + "Priority";
        return with(changed -> changed.withObjectProperty(PREFERENCES).put(name, weight));
    }

    public Sampling temperature(double temperature) {
        return with(changed -> changed.put("temperature", temperature));
    }

    /** The model ends at any of these. */
    public Sampling stoppingAt(String... sequences) {
        return with(changed -> {
            var stops = changed.putArray("stopSequences");
            Arrays.stream(sequences).forEach(stops::add);
        });
    }

    public Sampling including(Context context) {
        return with(changed -> changed.put("includeContext", context.wireName));
    }

    /**
     * The same, with one more tool the model may use; only for clients that declare {@code tools}.
     *
     * @param inputSchema of an object, which what the model gives the tool satisfies
     */
    public Sampling offering(String name, String description, ObjectNode inputSchema) {
        return with(changed -> {
            var tool = changed.withArrayProperty(TOOLS).addObject();
            tool.put("name", name).put("description", description).set("inputSchema", inputSchema);
        });
    }

    public Sampling choosing(ToolChoice choice) {
        return with(changed ->
                changed.putObject("toolChoice").put("mode", choice.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * The conversation after this answer, with a result of each tool the model uses in it (client/sampling, tool use and
     * result balance). What was not offered, or does not fit its schema, is not given to the tools; the model is told.
     */
    public Sampling after(Answer answer, Function<ToolUse, ToolUse.Result> tools) {
        return with(changed -> {
            var messages = changed.withArrayProperty(MESSAGES);
            messages.addObject()
                    .put("role", "assistant")
                    .set(CONTENT, answer.json().path(CONTENT));
            var uses = answer.toolUses();
            if (!uses.isEmpty()) {
                var results = messages.addObject().put("role", "user").putArray(CONTENT);
                uses.forEach(use -> results.add(resultOf(use, tools).json(use.id())));
            }
        });
    }

    /** To be asked of the client. */
    public Question question() {
        return new Question(Question.SAMPLING, params);
    }

    private ToolUse.Result resultOf(ToolUse use, Function<ToolUse, ToolUse.Result> tools) {
        var offered = StreamSupport.stream(params.path(TOOLS).spliterator(), false)
                .filter(tool -> tool.path("name").asText().equals(use.name()))
                .findFirst();
        if (offered.isEmpty()) {
            return ToolUse.Result.error("There is no such tool.");
        }
        return FormAnswer.fits(offered.get().path("inputSchema"), use.input())
                ? tools.apply(use)
                : ToolUse.Result.error("The input does not fit the schema.");
    }

    /** One block stands alone, as clients before 2025-11-25 know it. */
    private Sampling said(String role, Content... blocks) {
        return with(changed -> {
            var message = changed.withArrayProperty(MESSAGES).addObject().put("role", role);
            if (blocks.length == 1) {
                message.set(CONTENT, blocks[0].json());
            } else {
                var several = message.putArray(CONTENT);
                Arrays.stream(blocks).forEach(block -> several.add(block.json()));
            }
        });
    }

    private Sampling with(Consumer<ObjectNode> change) {
        var changed = params.deepCopy();
        change.accept(changed);
        return new Sampling(changed);
    }

    /** As it is asked of a client that knows one block a message only, and not every kind of block. */
    static ObjectNode forOlder(ObjectNode params, CallContext context) {
        var older = params.deepCopy();
        var messages = older.putArray(MESSAGES);
        for (var message : params.path(MESSAGES)) {
            for (var block : Answer.blocksOf(message.path(CONTENT))) {
                messages.addObject().put("role", message.path("role").asText()).set(CONTENT, block.json(context));
            }
        }
        return older;
    }

    /** What of {@code ClientCapabilities.sampling} it takes to answer. */
    static List<String> variantsNeededBy(JsonNode params) {
        var needed = new ArrayList<String>();
        if (params.has(TOOLS) || params.has("toolChoice")) {
            needed.add("tools");
        }
        if (params.has("includeContext")) {
            needed.add("context");
        }
        return needed;
    }
}
