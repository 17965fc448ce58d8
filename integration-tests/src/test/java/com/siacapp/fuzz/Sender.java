package com.siacapp.fuzz;

import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.OlderClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What one sender of mutants has at hand that is real: a session of each older version, a task, the last event. */
final class Sender {

    static final String SESSION = "${session}";
    static final String EVENT = "${event}";
    private static final String TASK = "${task}";

    /** A mutant may end what it is about; a fresh one comes after so many. */
    private static final int USES = 100;

    private static final List<McpVersion> WITH_SESSIONS = Stream.of(McpVersion.values())
            .filter(version -> !version.isModern())
            .toList();

    /** No to a form, a word of the model's, and no roots. */
    private static final Map<String, ?> FITTING = Map.of(
            "action", "decline",
            "role", "assistant",
            "model", "fuzz",
            "content", Map.of("type", "text", "text", "Hello"),
            "roots", List.of());

    private final Supplier<String> token;
    private final Map<McpVersion, OlderClient> sessions = new EnumMap<>(McpVersion.class);
    private String task = "";
    private String lastEvent = "";
    private int used;
    private int answered;

    Sender(Supplier<String> token) {
        this.token = token;
    }

    /** The mutant with what is real in the places for it. */
    Mutant equipped(Mutant mutant) {
        if (used++ % USES == 0) {
            renew();
        }
        var headers = new TreeMap<>(mutant.headers());
        headers.replaceAll((name, value) ->
                value.equals(SESSION) ? sessions.get(mutant.version()).session() : value.replace(TASK, task));
        headers.replaceAll((name, value) -> value.equals(EVENT) ? lastEvent : value);
        return new Mutant(
                mutant.version(), mutant.httpMethod(), headers, mutant.body().replace(TASK, task));
    }

    /** Answers what the server asked in the session: now and then beside the question, else as fits any. */
    void answer(Mutant mutant, String question) {
        var taken = sessions.get(mutant.version())
                .responds(question, answered++ % 4 == 0 ? Map.of("7", "x".repeat(100)) : FITTING);
        if (taken.status() != 202) {
            throw new AssertionError("an answer that is not taken: " + taken.body());
        }
    }

    void heard(String event) {
        lastEvent = event;
    }

    /** Ends what it has. */
    void leave() {
        sessions.values().forEach(OlderClient::endsSession);
        sessions.clear();
        if (!task.isEmpty()) {
            modern().request("tasks/cancel", Map.of("taskId", task));
        }
    }

    private void renew() {
        leave();
        WITH_SESSIONS.forEach(version -> sessions.put(
                version,
                OlderClient.of(
                        Mcp.with(token.get()).in(version).declaring("sampling").declaring("elicitation"))));
        task = modern().call("confirm_delete", Map.of("filename", "x"))
                .result()
                .path("taskId")
                .asText();
    }

    private Mcp modern() {
        return Mcp.with(token.get()).modern().declaring("elicitation").declaring("io.modelcontextprotocol/tasks");
    }
}
