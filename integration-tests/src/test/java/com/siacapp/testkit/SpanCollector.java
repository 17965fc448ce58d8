package com.siacapp.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where the server under test sends its spans: OTLP by HTTP, read as far as the tests need it. */
public final class SpanCollector {

    private static final BlockingQueue<String> BATCHES = new LinkedBlockingQueue<>();

    private SpanCollector() {}

    /** Starts it and says how the server finds it. */
    static Map<String, String> start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", exchange -> {
            // Each byte becomes one character, so that texts and ids can be found in it.
            BATCHES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return Map.of(
                "otel.sdk.disabled", "false",
                "otel.traces.sampler", "parentbased_always_off",
                "otel.exporter.otlp.protocol", "http/protobuf",
                "otel.exporter.otlp.endpoint",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "otel.metrics.exporter", "none",
                "otel.logs.exporter", "none",
                "otel.bsp.schedule.delay", "100");
    }

    /** The next batch of spans that has one of this trace, as raw as it came. */
    public static String batchOf(String traceId) {
        var bytes = raw(traceId);
        for (var batch = next(); ; batch = next()) {
            if (batch.contains(bytes)) {
                return batch;
            }
        }
    }

    /** An id as it is in a batch. */
    public static String raw(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }

    private static String next() {
        try {
            var batch = BATCHES.poll(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
            if (batch == null) {
                throw new AssertionError("No span arrived");
            }
            return batch;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }
}
