package com.siacapp.benchmarks;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The server below the server, with one short answer to everything: what no work at all costs. */
public final class BareUndertow {

    private static final String ANSWER = "{\"status\":\"as it is\",\"padding\":\"" + "x".repeat(200) + "\"}";
    private static final int PAUSE_MILLIS = 50;

    private BareUndertow() {}

    /** @param arguments the port */
    public static void main(String[] arguments) {
        var answer = ByteBuffer.allocateDirect(ANSWER.length())
                .put(ANSWER.getBytes(StandardCharsets.US_ASCII))
                .flip();
        Undertow.builder()
                .addHttpListener(Integer.parseInt(arguments[0]), "localhost")
                .setHandler(exchange -> {
                    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
                    exchange.getResponseSender().send(answer.duplicate());
                })
                .build()
                .start();
    }

    /** Puts it under load, in a process of its own. */
    static Load.Measured measure(Options options, int clients) throws Exception {
        var site = new Site(Site.freePort());
        var command = options.javaCommand(BareUndertow.class.getName());
        var whole = new ArrayList<>(command);
        whole.add(String.valueOf(site.port()));
        try (var child = Child.start(
                options.onMeasuredCore(), whole, Map.of(), options.work().resolve("undertow.log"))) {
            awaitAnswer(site, child);
            var request = site.get("/");
            return Load.run(
                    () -> Lines.repeating(site, request, 200, "as it is"),
                    clients,
                    options.warmUp(),
                    options.measured(),
                    new Usage.Meter(OptionalLong.of(child.pid()), OptionalLong.empty()));
        }
    }

    private static void awaitAnswer(Site site, Child child) throws InterruptedException {
        while (child.isAlive()) {
            try (var connection = site.connect()) {
                connection.send(site.get("/")).require(200, "as it is");
                return;
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
        throw new IllegalStateException("Undertow did not start; see undertow.log");
    }
}
