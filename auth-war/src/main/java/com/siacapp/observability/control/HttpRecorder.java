package com.siacapp.observability.control;

import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.requests.control.Durations;
import com.siacapp.requests.control.RequestLine;
import com.siacapp.requests.entity.RequestId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;

/**
 * Tells the trace, the numbers and the log about one HTTP request after the other, by OpenTelemetry's semantic conventions
 * for HTTP servers, but for path and query, which are secrets here.
 */
@Dependent
public class HttpRecorder {

    private static final String INSTRUMENTATION = "com.siacapp.auth";

    /** A method that is none of these is {@value}: anybody can invent them. */
    private static final String OTHER = "_OTHER";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");

    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;

    private final Tracer tracer;
    private final Durations durations;

    @Inject
    public HttpRecorder(OpenTelemetry telemetry, MeterRegistry registry) {
        this.tracer = telemetry.getTracer(INSTRUMENTATION);
        this.durations = new Durations(registry, "http.server.request");
    }

    /** @param isNoise whether it is only counted, without a line and a span */
    public Watched begin(String method, boolean isNoise, Context trace) {
        var name = METHODS.contains(method) ? method : OTHER;
        var span = isNoise
                ? Span.getInvalid()
                : tracer.spanBuilder(name)
                        .setSpanKind(SpanKind.SERVER)
                        .setParent(trace)
                        .startSpan();
        return new Watched(name, isNoise, span);
    }

    /** A request between its beginning and its end. */
    public final class Watched {

        private final long began = System.nanoTime();
        private final String method;
        private final boolean isNoise;
        private final Span span;

        private Watched(String method, boolean isNoise, Span span) {
            this.method = method;
            this.isNoise = isNoise;
            this.span = span;
        }

        public Span span() {
            return span;
        }

        public void end(int status, RequestFacts facts) {
            var duration = Duration.ofNanos(System.nanoTime() - began);
            var route = facts.route();
            var error = facts.error();
            var tags = Tags.of(
                    "http.request.method", method,
                    "http.route", route,
                    "http.response.status_code", String.valueOf(status),
                    "error.type", error);
            durations.record(tags, duration);
            if (!isNoise) {
                endSpan(status, route, error);
                if (RequestLine.isWanted()) {
                    write(status, route, error, duration, facts);
                }
            }
        }

        private void endSpan(int status, String route, String error) {
            if (span.isRecording()) {
                span.setAttribute("http.request.method", method).setAttribute("http.response.status_code", status);
                if (!route.isEmpty()) {
                    span.updateName(method + " " + route).setAttribute("http.route", route);
                }
                if (!error.isEmpty()) {
                    span.setAttribute("error.type", error);
                }
                if (status >= FAULT) {
                    span.setStatus(StatusCode.ERROR);
                }
            }
            span.end();
        }

        private void write(int status, String route, String error, Duration duration, RequestFacts facts) {
            var trace = span.getSpanContext();
            var line = new RequestLine(RequestId.current())
                    .with("method", method)
                    .with("route", route.isEmpty() ? "none" : route)
                    .with("status", String.valueOf(status))
                    .with("error", error)
                    .took(duration)
                    .by(facts.user(), facts.client())
                    .with("trace", trace.isValid() ? trace.getTraceId() : "");
            // Whoever tries addresses that do not exist can try as many as they like.
            if (route.isEmpty() && status == NOT_FOUND) {
                line.writeAsDetail();
            } else {
                line.write();
            }
        }
    }
}
