package com.siacapp.tasks.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.tasks.entity.Task;
import com.siacapp.tasks.entity.TaskQuestion;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tasks as clients see them. */
public final class TaskJson {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    private TaskJson() {}

    /** The task alone: what its creation is answered with. */
    public static ObjectNode task(Task task) {
        return Json.object()
                .put("taskId", task.id().toString())
                .put("status", task.status().wireName())
                .put(
                        "createdAt",
                        task.createdAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put(
                        "lastUpdatedAt",
                        task.updatedAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("ttlMs", task.lifespan().toMillis())
                .put("pollIntervalMs", POLL_INTERVAL.toMillis());
    }

    /** The task, and what its status brings with it. */
    public static ObjectNode detailed(Task task) {
        var json = task(task);
        task.result().ifPresent(result -> json.set("result", Json.parsed(result)));
        task.error().map(Json::parsed).ifPresent(error -> {
            json.put("statusMessage", error.path("message").asText());
            json.set("error", error);
        });
        var open = task.openQuestions();
        if (!open.isEmpty()) {
            var requests = json.putObject("inputRequests");
            open.forEach(question -> requests.set(question.key(), request(question)));
        }
        return json;
    }

    /** The id in these params; one that cannot be ours is nobody's task. */
    public static UUID idIn(ObjectNode params) {
        return id(params.path("taskId").asText()).orElseThrow(TaskJson::unknown);
    }

    /** The id in this text, if it can be one of ours. */
    public static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /** The error for a task that is unknown, or not the caller's (tasks, error handling). */
    public static RuntimeException unknown() {
        return INVALID_PARAMS.because("unknown task");
    }

    /** Each member of the object as JSON. */
    public static Map<String, String> written(Map<String, JsonNode> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, value -> value.getValue().toString()));
    }

    /** The other way round. */
    public static Map<String, JsonNode> parsed(Map<String, String> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, value -> Json.parsed(value.getValue())));
    }

    private static ObjectNode request(TaskQuestion question) {
        return Json.object().put("method", question.method()).set("params", Json.parsed(question.params()));
    }
}
