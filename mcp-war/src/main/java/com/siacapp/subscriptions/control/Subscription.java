package com.siacapp.subscriptions.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.signals.entity.Signal;
import com.siacapp.signals.entity.Signal.Kind;
import com.siacapp.subscriptions.entity.Filter;
import com.siacapp.subscriptions.entity.Interest;
import com.siacapp.subscriptions.entity.Notices;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a request of {@code subscriptions/listen} opened: everything it carries names the request (MCP 2026-07-28,
 * basic/patterns/subscriptions).
 */
public final class Subscription implements Interest {

    private final JsonNode id;
    private final Filter filter;
    private final ResourceRegistry resources;
    private final TaskHost tasks;
    private final ServerInfo server;

    /** @param id the request's */
    public Subscription(JsonNode id, Filter filter, ResourceRegistry resources, TaskHost tasks, ServerInfo server) {
        this.id = id;
        this.filter = filter;
        this.resources = resources;
        this.tasks = tasks;
        this.server = server;
    }

    /** Acknowledgment: what of the filter is honoured, before anything else. */
    public ObjectNode acknowledgment() {
        var params = Json.object();
        params.set("notifications", filter.json());
        return tagged(Message.notification("notifications/subscriptions/acknowledged", params));
    }

    @Override
    public List<ObjectNode> notices(Signal signal, Caller caller) {
        return switch (signal.kind()) {
            case TOOLS_CHANGED, PROMPTS_CHANGED, RESOURCES_CHANGED ->
                lists(signal.kind()).toList();
            case RESOURCE_UPDATED ->
                asked(filter.resources())
                        .filter(signal.subject()::equals)
                        .flatMap(uri -> update(uri, caller))
                        .toList();
            case TASK_CHANGED ->
                asked(filter.tasks())
                        .filter(signal.subject()::equals)
                        .flatMap(task -> status(task, caller))
                        .toList();
            // Anything may have happened, so that the client has to look at everything again.
            case MISSED ->
                Stream.of(
                                filter.lists().stream().sorted().flatMap(this::lists),
                                asked(filter.resources()).flatMap(uri -> update(uri, caller)),
                                asked(filter.tasks()).flatMap(task -> status(task, caller)))
                        .flatMap(Function.identity())
                        .toList();
            default -> List.of();
        };
    }

    private Stream<ObjectNode> lists(Kind kind) {
        return Stream.of(kind).filter(filter.lists()::contains).map(list -> tagged(Notices.listChanged(list)));
    }

    private static Stream<String> asked(Optional<Set<String>> names) {
        return names.stream().flatMap(Set::stream).sorted();
    }

    private Stream<ObjectNode> update(String uri, Caller caller) {
        return resources.findGranted(uri, caller).map(known -> tagged(Notices.resourceUpdated(uri))).stream();
    }

    private Stream<ObjectNode> status(String task, Caller caller) {
        return tasks.find(task, caller).map(found -> tagged(Notices.taskChanged(found))).stream();
    }

    /** Graceful closure: the result of the request, which tells an end from a broken connection. */
    @Override
    public Optional<ObjectNode> farewell() {
        var response = Json.object().put("jsonrpc", "2.0");
        response.set("id", id);
        var meta = response.putObject("result").put("resultType", "complete").putObject(MetaKey.META);
        meta.set(MetaKey.SUBSCRIPTION_ID, id);
        meta.set(MetaKey.SERVER_INFO, server.json());
        return Optional.of(response);
    }

    private ObjectNode tagged(ObjectNode notification) {
        notification
                .withObjectProperty("params")
                .withObjectProperty(MetaKey.META)
                .set(MetaKey.SUBSCRIPTION_ID, id);
        return notification;
    }
}
