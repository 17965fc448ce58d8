package com.siacapp.observability.control;

import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter.Incoming;
import com.siacapp.tools.control.ToolRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches one request after the other and tells what it saw to the trace, the numbers and the log. */
public final class Recorder {

    private final ToolRegistry tools;
    private final PromptRegistry prompts;
    private final Spans spans;
    private final Durations durations;

    public Recorder(ToolRegistry tools, PromptRegistry prompts, Tracer tracer, MeterRegistry registry) {
        this.tools = tools;
        this.prompts = prompts;
        this.spans = new Spans(tracer);
        this.durations = new Durations(registry);
    }

    @SuppressWarnings("try")
    public Optional<Reply> watch(Incoming incoming, Supplier<Optional<Reply>> next) {
        var began = System.nanoTime();
        var subject = Subject.of(incoming, tools, prompts);
        var span = spans.begin(incoming, subject);
        var outcome = Outcome.FAULT;
        try (var context = span.makeCurrent()) {
            var reply = next.get();
            outcome = Outcome.of(reply);
            return reply;
        } catch (InsufficientScope challenge) {
            outcome = Outcome.INSUFFICIENT_SCOPE;
            throw challenge;
        } finally {
            var duration = Duration.ofNanos(System.nanoTime() - began);
            Spans.end(span, outcome);
            durations.record(subject, outcome, duration);
            RequestLog.write(subject, outcome, duration, incoming.caller(), span);
        }
    }
}
