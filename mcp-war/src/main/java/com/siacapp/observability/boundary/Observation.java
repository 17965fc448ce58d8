package com.siacapp.observability.boundary;

import com.siacapp.observability.control.Recorder;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.tools.control.ToolRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Around every request: a span, its duration, a line in the log. */
@Singleton
public class Observation implements RequestFilter {

    private static final String INSTRUMENTATION = "com.siacapp.mcp";

    private final Recorder recorder;

    @Inject
    Observation(ToolRegistry tools, PromptRegistry prompts, OpenTelemetry telemetry, MeterRegistry registry) {
        this(new Recorder(tools, prompts, telemetry.getTracer(INSTRUMENTATION), registry));
    }

    /** Without a container. */
    public Observation(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public Layer layer() {
        return Layer.MEASUREMENT;
    }

    @Override
    public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next) {
        return recorder.watch(incoming, next);
    }
}
