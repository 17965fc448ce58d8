package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request told to its end, whatever it takes in the client's version: the handshake before it, the questions in it. */
final class McpSession {

    private static final int MOST_ROUNDS = 10;

    private final Mcp mcp;
    private final Map<String, McpReply> replies;
    private final List<JsonNode> ahead = new ArrayList<>();
    private final List<JsonNode> asked = new ArrayList<>();
    private McpConnection connection;

    McpSession(Mcp mcp) {
        this.mcp = mcp;
        this.connection = new McpConnection(mcp);
        this.replies = new LinkedHashMap<>(mcp.replies());
    }

    McpOutcome tell(String method, Map<String, ?> params) {
        if (!mcp.version().isModern() && mcp.needsSession()) {
            connection = connection.afterHandshake(mcp.capabilities());
            mcp.logLevel().ifPresent(level -> exchange("logging/setLevel", Map.of("level", level)));
            ahead.clear();
        }
        var outcome = exchange(method, params);
        var answers = new HashMap<String, Object>(params);
        for (var round = 1; round < MOST_ROUNDS && isAnswerable(outcome); round++) {
            var result = outcome.result();
            answers.put("inputResponses", answersTo(result.path("inputRequests")));
            if (result.has("requestState")) {
                answers.put("requestState", result.path("requestState").asText());
            }
            outcome = exchange(method, answers);
        }
        return outcome;
    }

    /** 2026-07-28, multi round-trip requests. */
    private boolean isAnswerable(McpOutcome outcome) {
        var result = outcome.json().path("result");
        return result.path("resultType").asText().equals("input_required")
                && !result.path("inputRequests").isEmpty()
                && result.path("inputRequests").properties().stream()
                        .allMatch(asking -> replies.containsKey(asking.getKey()));
    }

    private Map<String, JsonNode> answersTo(JsonNode inputRequests) {
        var answers = new LinkedHashMap<String, JsonNode>();
        inputRequests.properties().forEach(asking -> {
            asked.add(asking.getValue());
            answers.put(asking.getKey(), replies.get(asking.getKey()).result());
        });
        return answers;
    }

    private McpOutcome exchange(String method, Map<String, ?> params) {
        var message = Mcp.message(method, params);
        if (!mcp.replies().isEmpty() || method.equals("tools/call")) {
            message.withObjectProperty("params")
                    .withObjectProperty("_meta")
                    .put("progressToken", "progress-" + message.path("id"));
        }
        try (var stream = connection.open(message, request -> request)) {
            var next = stream.next();
            while (next.has("method")) {
                hear(next);
                next = stream.next();
            }
            return new McpOutcome(stream.status(), stream.headers(), next, List.copyOf(ahead), List.copyOf(asked));
        }
    }

    private void hear(JsonNode message) {
        if (message.has("id")) {
            asked.add(message);
            reply(message);
        } else {
            ahead.add(message);
        }
    }

    /** 2025-11-25: the first reply not given yet that answers this. */
    private void reply(JsonNode question) {
        var key = replies.entrySet().stream()
                .filter(reply -> reply.getValue().answers(question))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody expected to be asked " + question));
        var answer = Mcp.response(question.path("id"), replies.remove(key).result());
        var accepted = connection.send(answer);
        if (accepted.status() != 202) {
            throw new AssertionError("The reply was not taken: " + accepted);
        }
    }
}
