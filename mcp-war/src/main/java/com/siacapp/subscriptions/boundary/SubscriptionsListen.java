package com.siacapp.subscriptions.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Extension;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.MessageStream;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.StreamMethod;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.signals.entity.Signal;
import com.siacapp.subscriptions.control.Subscription;
import com.siacapp.subscriptions.entity.Filter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** {@code subscriptions/listen} (MCP 2026-07-28, basic/patterns/subscriptions). */
@Singleton
public class SubscriptionsListen implements StreamMethod {

    private static final Set<String> LISTED = Set.of("tools", "prompts", "resources");

    private final OpenStreams streams;
    private final ResourceRegistry resources;
    private final TaskHost tasks;
    private final ServerInfo server;

    @Inject
    public SubscriptionsListen(OpenStreams streams, ResourceRegistry resources, TaskHost tasks, ServerInfo server) {
        this.streams = streams;
        this.resources = resources;
        this.tasks = tasks;
        this.server = server;
    }

    @Override
    public String name() {
        return "subscriptions/listen";
    }

    @Override
    public void open(Request request, CallContext context, Exchange exchange) {
        var caller = context.caller();
        var filter = Filter.of(request.params().path("notifications"));
        if (filter.tasks().isPresent()) {
            Extension.require(Extension.TASKS, context.client());
        }
        var honoured = filter.with(
                uri -> resources.findGranted(uri, caller).isPresent(),
                task -> tasks.find(task, caller).isPresent());
        var subscription = new Subscription(request.id(), honoured, resources, tasks, server);
        streams.open(caller, subscription, () -> acknowledged(subscription, exchange));
        // What a task came to before the stream was open would be heard of by nobody.
        honoured.tasks().stream()
                .flatMap(Set::stream)
                .forEach(task -> streams.hear(Signal.taskChanged(caller.user(), task)));
    }

    /** The acknowledgment is the first message, whatever happens meanwhile. */
    private static MessageStream acknowledged(Subscription subscription, Exchange exchange) {
        var stream = exchange.hold()
                .orElseThrow(
                        () -> INVALID_REQUEST.because("the answer is a stream, so Accept must list text/event-stream"));
        stream.send(subscription.acknowledgment());
        return stream;
    }

    @Override
    public void promise(ObjectNode capabilities) {
        capabilities.properties().stream()
                .filter(offer -> LISTED.contains(offer.getKey()))
                .forEach(offer -> ((ObjectNode) offer.getValue()).put("listChanged", true));
        if (capabilities.get("resources") instanceof ObjectNode offered) {
            offered.put("subscribe", true);
        }
    }
}
