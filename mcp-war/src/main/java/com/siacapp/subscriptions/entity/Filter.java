package com.siacapp.subscriptions.entity;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.signals.entity.Signal.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a client asked to hear of, {@code SubscriptionFilter} of the schema (MCP 2026-07-28, basic/patterns/subscriptions).
 * Fields we do not know are for notifications we do not have.
 *
 * @param lists those whose changes it hears of
 * @param resources the URIs of those whose updates it hears of; absent if it did not speak of them at all
 * @param tasks the ids of those whose changes it hears of (tasks, task status notifications); absent likewise
 */
public record Filter(Set<Kind> lists, Optional<Set<String>> resources, Optional<Set<String>> tasks) {

    /** More than there are resources of ours; what a client may make us compare. */
    public static final int MOST_NAMES = 100;

    private static final int LONGEST_NAME = 2048;

    private static final String RESOURCES = "resourceSubscriptions";
    private static final String TASKS = "taskIds";

    private static final Map<Kind, String> FIELDS = new EnumMap<>(Map.of(
            Kind.TOOLS_CHANGED, "toolsListChanged",
            Kind.PROMPTS_CHANGED, "promptsListChanged",
            Kind.RESOURCES_CHANGED, "resourcesListChanged"));

    public Filter {
        lists = Set.copyOf(lists);
        resources = resources.map(Set::copyOf);
        tasks = tasks.map(Set::copyOf);
    }

    /** @throws com.siacapp.protocol.entity.RpcException if it is no filter */
    public static Filter of(JsonNode json) {
        if (!json.isObject()) {
            throw INVALID_PARAMS.because("notifications must be an object");
        }
        var lists = EnumSet.noneOf(Kind.class);
        FIELDS.forEach((kind, field) -> {
            if (json.has(field) && !json.path(field).isBoolean()) {
                throw INVALID_PARAMS.because(field + " must be a boolean");
            }
            if (json.path(field).asBoolean()) {
                lists.add(kind);
            }
        });
        return new Filter(lists, names(json, RESOURCES), names(json, TASKS));
    }

    private static Optional<Set<String>> names(JsonNode json, String field) {
        if (!json.has(field)) {
            return Optional.empty();
        }
        var given = json.path(field);
        if (!given.isArray()) {
            throw INVALID_PARAMS.because(field + " must be an array");
        }
        if (given.size() > MOST_NAMES) {
            throw INVALID_PARAMS.because("%s takes %d texts at most".formatted(field, MOST_NAMES));
        }
        var names = new LinkedHashSet<String>();
        given.forEach(name -> {
            if (!name.isTextual() || name.textValue().length() > LONGEST_NAME) {
                throw INVALID_PARAMS.because(field + " takes texts of at most " + LONGEST_NAME + " characters");
            }
            names.add(name.textValue());
        });
        return Optional.of(names);
    }

    /** The part of it that names resources and tasks like these only. */
    public Filter with(Predicate<String> knownResource, Predicate<String> knownTask) {
        return new Filter(lists, kept(resources, knownResource), kept(tasks, knownTask));
    }

    private static Optional<Set<String>> kept(Optional<Set<String>> names, Predicate<String> known) {
        return names.map(all -> all.stream().filter(known).collect(toUnmodifiableSet()));
    }

    public ObjectNode json() {
        var json = Json.object();
        FIELDS.forEach((kind, field) -> {
            if (lists.contains(kind)) {
                json.put(field, true);
            }
        });
        resources.ifPresent(uris -> uris.stream().sorted().forEach(json.putArray(RESOURCES)::add));
        tasks.ifPresent(ids -> ids.stream().sorted().forEach(json.putArray(TASKS)::add));
        return json;
    }
}
