package com.siacapp.subscriptions.entity;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.Json;
import com.siacapp.signals.entity.Signal.Kind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a client asked to hear of, {@code SubscriptionFilter} of the schema (MCP 2026-07-28, basic/patterns/subscriptions).
 * Fields we do not know are for notifications we do not have.
 *
 * @param lists those whose changes it hears of
 * @param resources the URIs of those whose updates it hears of
 * @param namesResources whether it named resources at all, known or not
 */
public record Filter(Set<Kind> lists, Set<String> resources, boolean namesResources) {

    /** More than there are resources of ours; what a client may make us compare. */
    public static final int MOST_RESOURCES = 100;

    private static final int LONGEST_URI = 2048;

    private static final String RESOURCES = "resourceSubscriptions";

    private static final Map<Kind, String> FIELDS = new EnumMap<>(Map.of(
            Kind.TOOLS_CHANGED, "toolsListChanged",
            Kind.PROMPTS_CHANGED, "promptsListChanged",
            Kind.RESOURCES_CHANGED, "resourcesListChanged"));

    public Filter {
        lists = Set.copyOf(lists);
        resources = Set.copyOf(resources);
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
        return new Filter(lists, resourcesIn(json.path(RESOURCES)), json.has(RESOURCES));
    }

    private static Set<String> resourcesIn(JsonNode json) {
        if (!json.isMissingNode() && !json.isArray()) {
            throw INVALID_PARAMS.because(RESOURCES + " must be an array");
        }
        if (json.size() > MOST_RESOURCES) {
            throw INVALID_PARAMS.because("%s takes %d URIs at most".formatted(RESOURCES, MOST_RESOURCES));
        }
        var uris = new LinkedHashSet<String>();
        json.forEach(uri -> {
            if (!uri.isTextual() || uri.textValue().length() > LONGEST_URI) {
                throw INVALID_PARAMS.because(RESOURCES + " takes URIs of at most " + LONGEST_URI + " characters");
            }
            uris.add(uri.textValue());
        });
        return uris;
    }

    /** The part of it that names resources like these only. */
    public Filter withResources(Predicate<String> known) {
        var kept = resources.stream().filter(known).collect(toCollection(LinkedHashSet::new));
        return new Filter(lists, kept, namesResources);
    }

    public ObjectNode json() {
        var json = Json.object();
        FIELDS.forEach((kind, field) -> {
            if (lists.contains(kind)) {
                json.put(field, true);
            }
        });
        if (namesResources) {
            var uris = json.putArray(RESOURCES);
            resources.stream().sorted().forEach(uris::add);
        }
        return json;
    }
}
