package com.siacapp.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Where the server under test sends its spans, by OTLP over HTTP. It keeps them all. */
public final class SpanCollector {

    /** The span of a caller's that {@link #traceparent} names. */
    public static final String PARENT = "00f067aa0ba902b7";

    private static final int SECONDS_TO_WAIT = 20;
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Condition MORE = LOCK.newCondition();
    private static final List<Collected> COLLECTED = new ArrayList<>();

    private SpanCollector() {}

    /** Starts it and says how the server finds it. Only what a caller's trace asks for is sampled. */
    static Map<String, String> start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", SpanCollector::take);
        server.start();
        return Map.of(
                "otel.sdk.disabled", "false",
                "otel.traces.sampler", "parentbased_always_off",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "otel.bsp.schedule.delay", "100");
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isGzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var body = exchange.getRequestBody();
            keep(ExportTraceServiceRequest.parseFrom(isGzip ? new GZIPInputStream(body) : body));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static void keep(ExportTraceServiceRequest request) {
        LOCK.lock();
        try {
            request.getResourceSpansList().stream()
                    .flatMap(ofResource -> ofResource.getScopeSpansList().stream())
                    .flatMap(ofScope -> ofScope.getSpansList().stream())
                    .map(Collected::new)
                    .forEach(COLLECTED::add);
            MORE.signalAll();
        } finally {
            LOCK.unlock();
        }
    }

    /** The id of a trace that nobody had before. */
    public static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** How a caller names a trace of its own, which is to be kept (W3C Trace Context). */
    public static String traceparent(String traceId) {
        return "00-%s-%s-01".formatted(traceId, PARENT);
    }

    /** The first span of this trace that is called so, as soon as it is there. */
    public static Collected await(String traceId, String name) {
        return await(traceId, span -> span.name().equals(name));
    }

    /** The first span of this trace that is so, as soon as it is there. */
    public static Collected await(String traceId, Predicate<Collected> wanted) {
        LOCK.lock();
        try {
            var left = TimeUnit.SECONDS.toNanos(SECONDS_TO_WAIT);
            while (left > 0) {
                var found = COLLECTED.stream()
                        .filter(span -> span.traceId().equals(traceId))
                        .filter(wanted)
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                left = MORE.awaitNanos(left);
            }
            throw new AssertionError("No such span arrived, only " + COLLECTED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        } finally {
            LOCK.unlock();
        }
    }

    /** Everything that arrived of this trace so far. */
    public static List<Collected> of(String traceId) {
        LOCK.lock();
        try {
            return COLLECTED.stream()
                    .filter(span -> span.traceId().equals(traceId))
                    .toList();
        } finally {
            LOCK.unlock();
        }
    }

    /** A span as it arrived. */
    public record Collected(Span span) {

        public String name() {
            return span.getName();
        }

        public String traceId() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        public String spanId() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        public String parentSpanId() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        /** Empty if it has no such attribute. */
        public String attribute(String key) {
            return span.getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals(key))
                    .map(attribute -> attribute.getValue())
                    .map(value -> value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.getStringValue())
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return span.toString();
        }
    }
}
