package com.siacapp.observability.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One span for each request, as OpenTelemetry's semantic conventions for MCP want it. It continues the trace that the
 * message names in {@code _meta} (MCP 2026-07-28, basic, OpenTelemetry trace context); that of the HTTP request is linked
 * then, and continued otherwise. Nothing that a client chose is in it but the name it gave its request.
 */
final class Spans {

    /** What a client may call its request without being cut. */
    private static final int LONGEST = 200;

    private static final TextMapGetter<JsonNode> META = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(JsonNode meta) {
            return List.of("traceparent", "tracestate");
        }

        @Override
        public @Nullable String get(@Nullable JsonNode meta, String key) {
            return meta == null ? null : meta.path(key).textValue();
        }
    };

    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    Span begin(Incoming incoming, Subject subject) {
        var ambient = Context.current();
        var named = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), incoming.request().meta(), META);
        var isNamed = Span.fromContext(named).getSpanContext().isValid();
        var builder = tracer.spanBuilder(subject.spanName())
                .setSpanKind(SpanKind.SERVER)
                .setParent(isNamed ? named : ambient)
                .setAttribute("mcp.method.name", subject.method());
        if (isNamed) {
            builder.addLink(Span.fromContext(ambient).getSpanContext());
        }
        var span = builder.startSpan();
        if (span.isRecording()) {
            describe(span, incoming, subject);
        }
        return span;
    }

    /** Of work that goes on after its call was answered: below what has it go on. */
    Span begin(Context cause, Subject subject) {
        var span = tracer.spanBuilder(subject.spanName())
                .setParent(cause)
                .setAttribute("mcp.method.name", subject.method())
                .startSpan();
        describe(span, subject);
        return span;
    }

    private static void describe(Span span, Incoming incoming, Subject subject) {
        span.setAttribute(
                        "jsonrpc.request.id", shortened(incoming.request().id().asText()))
                .setAttribute("network.transport", "tcp")
                .setAttribute("network.protocol.name", "http");
        versionOf(incoming).ifPresent(version -> span.setAttribute("mcp.protocol.version", version.wireName()));
        describe(span, subject);
    }

    private static void describe(Span span, Subject subject) {
        if (subject.method().equals(Subject.TOOLS_CALL)) {
            span.setAttribute("gen_ai.operation.name", "execute_tool");
        }
        if (!subject.tool().isEmpty()) {
            span.setAttribute("gen_ai.tool.name", subject.tool());
        }
        if (!subject.prompt().isEmpty()) {
            span.setAttribute("gen_ai.prompt.name", subject.prompt());
        }
        if (!subject.resource().isEmpty()) {
            span.setAttribute("mcp.resource.uri", subject.resource());
        }
    }

    private static Optional<ProtocolVersion> versionOf(Incoming incoming) {
        var meta = incoming.request().meta().path(MetaKey.PROTOCOL_VERSION).textValue();
        var version = meta == null ? incoming.headers().protocolVersion() : meta;
        return version == null ? Optional.empty() : ProtocolVersion.named(version);
    }

    static void end(Span span, Outcome outcome) {
        if (outcome.isError()) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", outcome.name());
            if (!outcome.code().isEmpty()) {
                span.setAttribute("rpc.response.status_code", outcome.code());
            }
        }
        span.end();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
