package com.siacapp.observability.boundary;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.observability.control.Offered;
import com.siacapp.observability.control.Recorder;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.protocol.entity.StreamMethod;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.tools.control.ToolRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Around every request: a span, its duration, a line in the log. */
@Singleton
public class Observation implements RequestFilter {

    private static final String INSTRUMENTATION = "com.siacapp.mcp";

    /** What an era answers itself. */
    private static final Set<String> OF_THE_ERAS = Set.of("initialize", "ping", "server/discover");

    private final Recorder recorder;

    @Inject
    Observation(
            @Any Instance<RpcMethod> methods,
            @Any Instance<SessionMethod> sessionMethods,
            @Any Instance<StreamMethod> streams,
            ToolRegistry tools,
            PromptRegistry prompts,
            ResourceRegistry resources,
            OpenTelemetry telemetry,
            MeterRegistry registry) {
        this(new Recorder(
                new Offered(
                        names(methods.stream(), sessionMethods.stream(), streams.stream()), tools, prompts, resources),
                telemetry.getTracer(INSTRUMENTATION),
                registry));
    }

    /** Without a container. */
    public Observation(Recorder recorder) {
        this.recorder = recorder;
    }

    /** The names of all methods there are. */
    public static Set<String> names(
            Stream<RpcMethod> methods, Stream<SessionMethod> sessionMethods, Stream<StreamMethod> streams) {
        return Stream.of(
                        OF_THE_ERAS.stream(),
                        methods.map(RpcMethod::name),
                        sessionMethods.map(SessionMethod::name),
                        streams.map(StreamMethod::name))
                .flatMap(identity())
                .collect(toUnmodifiableSet());
    }

    @Override
    public Layer layer() {
        return Layer.MEASUREMENT;
    }

    @Override
    public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next) {
        return recorder.watch(incoming, next);
    }

    /**
     * Work that goes on beyond the request this thread works for, such as a task.
     *
     * @param work says by a reply how it ended
     */
    public Runnable beyond(String method, ObjectNode params, Caller caller, Supplier<Reply> work) {
        return recorder.beyond(method, params, caller, work);
    }
}
