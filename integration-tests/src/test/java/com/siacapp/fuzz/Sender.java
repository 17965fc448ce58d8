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
    private static final int USES = 25;

    private static final List<McpVersion> WITH_SESSIONS = Stream.of(McpVersion.values())
            .filter(version -> !version.isModern())
            .toList();

    private final Supplier<String> token;
    private final Map<McpVersion, OlderClient> sessions = new EnumMap<>(McpVersion.class);
    private String task = "";
    private String lastEvent = "";
    private int used;

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

    /** Answers what the server asked in the session, in one way or another. */
    void answer(Mutant mutant, String question, long seed) {
        var session = sessions.get(mutant.version());
        if (session != null) {
            session.answers(question, seed % 2 == 0 ? Map.of("name", "Ana") : Map.of("7", "x".repeat(100)));
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
