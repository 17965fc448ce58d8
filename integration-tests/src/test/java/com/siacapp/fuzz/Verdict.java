package com.siacapp.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.testkit.McpStream;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.Wire;
import java.util.function.Consumer;

/** What is wrong with the answer to a mutant: read to its end, with every message in it. */
final class Verdict {

    /** Of what a mutant asked nothing is known any more, so answers are held against what is true of every answer. */
    private final Wire wire;

    private final Mutant mutant;
    private final McpStream answer;
    private final Consumer<String> asked;

    /** @param asked is told the id of each question in the course of the answer */
    Verdict(Mutant mutant, McpStream answer, Consumer<String> asked) {
        this.mutant = mutant;
        this.answer = answer;
        this.asked = asked;
        this.wire = new Wire(McpVersion.NEWEST_LEGACY.wireName());
    }

    /** Empty if nothing is wrong. */
    String fault() {
        var type = answer.header("Content-Type");
        if (answer.status() >= 500) {
            return "status " + answer.status() + " " + answer.nextEvent().orElse("");
        }
        if (type.startsWith("text/event-stream")) {
            return answer.status() == 200 ? faultOfStream() : "a stream with status " + answer.status();
        }
        var body = answer.next();
        if (body.isMissingNode()) {
            return mayBeSilent() ? "" : "status " + answer.status() + " without a word";
        }
        return type.startsWith("application/json") ? faultOf(body) : "an answer of type " + type;
    }

    private boolean mayBeSilent() {
        return answer.status() == 202
                || answer.status() == 204
                || mutant.httpMethod().equals("HEAD");
    }

    /** What stays open is left as soon as it has begun; all else is read to its answer. */
    private String faultOfStream() {
        if (mutant.httpMethod().equals("GET")) {
            return "";
        }
        for (var next = answer.next(); !next.isMissingNode(); next = answer.next()) {
            var fault = faultOf(next);
            var method = next.path("method").asText();
            if (!fault.isEmpty() || method.isEmpty() || method.equals("notifications/subscriptions/acknowledged")) {
                return fault;
            }
            if (next.has("id")) {
                asked.accept(next.path("id").asText());
            }
        }
        return "a stream without an answer";
    }

    private String faultOf(JsonNode json) {
        if (json.isArray()) {
            for (var one : json) {
                var fault = faultOf(one);
                if (!fault.isEmpty()) {
                    return fault;
                }
            }
            return json.isEmpty() ? "an empty batch" : "";
        }
        return isSound(json) ? schemaFaultOf(json) : "status " + answer.status() + " " + json;
    }

    /** A JSON-RPC message, and no fault of ours. */
    private boolean isSound(JsonNode json) {
        var code = json.at("/error/code");
        return code.asInt() != -32603 && (answer.status() == 200 || code.isInt());
    }

    /** As the message says itself: what was asked for may have been wounded. */
    private static boolean isModern(JsonNode json) {
        return json.path("result").has("resultType")
                || json.path("method").asText().matches("notifications/(subscriptions/.*|tasks)");
    }

    private String schemaFaultOf(JsonNode json) {
        try {
            (isModern(json) ? new Wire(McpVersion.V2026_07_28.wireName()) : wire).received(json);
            return "";
        } catch (AssertionError invalid) {
            return invalid.getMessage();
        }
    }
}
