package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request told to its end, whatever it takes in the client's era: the handshake before it, the questions in its
 * course. Every message of it is valid by the official schema of its version, or the test fails.
 */
final class McpSession {

    static final ObjectNode CLIENT_INFO =
            new ObjectMapper().createObjectNode().put("name", "story").put("version", "1");

    private static final int MOST_ROUNDS = 10;
    private static final String SESSION_ID = "Mcp-Session-Id";
    private static final Map<String, String> NAMING_PARAM = Map.of(
            "tools/call", "name",
            "prompts/get", "name",
            "resources/read", "uri",
            "tasks/get", "taskId",
            "tasks/update", "taskId",
            "tasks/cancel", "taskId");

    private final Mcp mcp;
    private final WireSchema schema;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, McpReply> replies;
    private final List<JsonNode> ahead = new ArrayList<>();
    private final List<JsonNode> asked = new ArrayList<>();
    private int lastId;

    McpSession(Mcp mcp) {
        this.mcp = mcp;
        this.schema = WireSchema.of(mcp.era().version());
        this.replies = new LinkedHashMap<>(mcp.replies());
    }

    McpOutcome tell(String method, Map<String, ?> params) {
        if (mcp.era() == McpEra.LEGACY && mcp.needsSession()) {
            shakeHands();
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

    /** 2025-11-25, basic/lifecycle. */
    private void shakeHands() {
        var hello = Map.of(
                "protocolVersion", mcp.era().version(),
                "capabilities", mcp.capabilities(),
                "clientInfo", CLIENT_INFO);
        var welcome = exchange("initialize", hello);
        var session = welcome.header(SESSION_ID);
        if (!session.isEmpty()) {
            headers.put(SESSION_ID, session);
        }
        send(Mcp.message("notifications/initialized", Map.of()).without("id")).close();
    }

    private McpOutcome exchange(String method, Map<String, ?> params) {
        var message = Mcp.message(method, params).put("id", ++lastId);
        mcp.era().introduce(message, mcp.capabilities(), mcp.logLevel());
        if (!mcp.replies().isEmpty() || method.equals("tools/call")) {
            message.withObjectProperty("params").withObjectProperty("_meta").put("progressToken", "progress-" + lastId);
        }
        try (var stream = send(message)) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                if (next.get().has("method")) {
                    hear(next.get());
                } else {
                    return outcome(stream, method, next.get());
                }
            }
            return outcome(stream, method, MissingNode.getInstance());
        }
    }

    private McpOutcome outcome(McpStream stream, String method, JsonNode json) {
        if (json.has("jsonrpc")) {
            schema.verifyAnswer(method, json);
        }
        var response = stream.response();
        return new McpOutcome(response.statusCode(), response.headers(), json, List.copyOf(ahead), List.copyOf(asked));
    }

    private void hear(JsonNode message) {
        schema.verify(message);
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
        var answer = Mcp.message("", Map.of()).without(List.of("method", "params"));
        ((ObjectNode) answer).set("id", question.path("id"));
        ((ObjectNode) answer).set("result", replies.remove(key).result());
        send((ObjectNode) answer).close();
    }

    private McpStream send(ObjectNode message) {
        if (message.has("method")) {
            schema.verify(message);
        }
        return mcp.open(message.toString(), request -> {
            headers.forEach(request::setHeader);
            if (mcp.era() == McpEra.MODERN) {
                var method = message.path("method").asText();
                request.setHeader("Mcp-Method", method);
                var naming = NAMING_PARAM.get(method);
                if (naming != null) {
                    request.setHeader(
                            "Mcp-Name", message.path("params").path(naming).asText());
                }
            }
            return request;
        });
    }
}
