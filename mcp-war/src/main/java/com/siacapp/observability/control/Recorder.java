package com.siacapp.observability.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.requests.control.Durations;
import com.siacapp.requests.entity.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Watches one request after the other and tells what it saw to the trace, the numbers and the log. */
public final class Recorder {

    private final Offered offered;
    private final Spans spans;
    private final Durations durations;

    public Recorder(Offered offered, Tracer tracer, MeterRegistry registry) {
        this.offered = offered;
        this.spans = new Spans(tracer);
        this.durations = new Durations(registry, "mcp.server.operation");
    }

    /** A request is over when its reply is there, whichever thread brings it. */
    @SuppressWarnings("try")
    public Optional<Reply> watch(Incoming incoming, Supplier<Optional<Reply>> next) {
        RequestId.logged();
        var subject = Subject.of(incoming, offered);
        var watched = new Watched(subject, incoming, spans.begin(incoming, subject));
        incoming.atEnd(reply -> {
            watched.end(Outcome.of(reply));
            return reply;
        });
        try (var scope = watched.span.makeCurrent()) {
            var reply = next.get();
            if (reply.isEmpty() && subject.isStream()) {
                watched.end(Outcome.STREAM);
            }
            return reply;
        } catch (InsufficientScope challenge) {
            watched.end(Outcome.INSUFFICIENT_SCOPE);
            throw challenge;
        } catch (RuntimeException | Error fault) {
            watched.end(Outcome.FAULT);
            throw fault;
        }
    }

    /**
     * Work that goes on beyond the request this thread works for. It has a span of its own, below that request's, and a line
     * in the log.
     *
     * @param work says by a reply how it ended
     */
    @SuppressWarnings("try")
    public Runnable beyond(String method, ObjectNode params, Caller caller, Supplier<Reply> work) {
        var requestId = RequestId.current();
        var cause = Context.current();
        var subject = Subject.of(method, params, caller, offered);
        return () -> RequestId.during(requestId, () -> {
            var began = System.nanoTime();
            var span = spans.begin(cause, subject);
            var outcome = Outcome.FAULT;
            try (var scope = span.makeCurrent()) {
                outcome = Outcome.of(work.get());
            } finally {
                Spans.end(span, outcome);
                RequestLog.writeTask(subject, outcome, since(began), caller, span);
            }
        });
    }

    /** OpenTelemetry, semantic conventions for MCP, metrics. All values are names of ours, so there is an end to them. */
    private static Tags tags(Subject subject, Outcome outcome) {
        return Tags.of(
                "mcp.method.name",
                subject.method(),
                "gen_ai.tool.name",
                subject.tool(),
                "error.type",
                outcome.errorType());
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A request between its beginning and its end. */
    private final class Watched {

        private final long began = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();
        private final Subject subject;
        private final Incoming incoming;
        private final Span span;

        private Watched(Subject subject, Incoming incoming, Span span) {
            this.subject = subject;
            this.incoming = incoming;
            this.span = span;
        }

        private void end(Outcome outcome) {
            if (ended.compareAndSet(false, true)) {
                var duration = since(began);
                Spans.end(span, outcome);
                durations.record(tags(subject, outcome), duration);
                RequestLog.write(incoming, subject, outcome, duration, span);
            }
        }
    }
}
