package com.siacapp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client of 2026-07-28 that listens: what comes on one stream, each message valid by the official schema. */
public final class Listener implements AutoCloseable {

    /** The request's id, which everything on the stream names. */
    public static final String ID = "listen-1";

    /** Far longer than it takes: what does not come at all is the failure. */
    private static final long PATIENCE_SECONDS = 20;

    private static final HttpClient CLIENT = Http.client().build();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final Wire wire = new Wire(McpVersion.V2026_07_28.wireName());
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Lines lines = new Lines();
    private final CompletableFuture<HttpHeaders> headers = new CompletableFuture<>();
    private CompletableFuture<?> exchange = new CompletableFuture<>();
    private volatile Events events = new Events(true);

    private Listener() {}

    /** Opens a stream with this filter, and reads the acknowledgment. */
    public static Listener with(String token, String filter) {
        var listener = opening(token, filter);
        listener.until("notifications/subscriptions/acknowledged");
        return listener;
    }

    /** Begins to open one. */
    public static Listener opening(String token, String filter) {
        return at(TestServer.resource(), token, filter);
    }

    /** The same at another address. */
    public static Listener at(URI endpoint, String token, String filter) {
        var listener = new Listener();
        var client = Mcp.with(token).modern().declaring("io.modelcontextprotocol/tasks");
        var request = new McpConnection(client, "", listener.wire).post(endpoint, message(filter));
        listener.exchange = CLIENT.sendAsync(request, listener::begin);
        return listener;
    }

    /** What such a client sends. */
    public static ObjectNode message(String filter) {
        return Mcp.message("subscriptions/listen", Map.of("notifications", Mcp.parsed(filter)))
                .put("id", ID);
    }

    /** The answer has begun; as a whole it is there when the stream ends. */
    private BodySubscriber<Void> begin(ResponseInfo answer) {
        headers.complete(answer.headers());
        events = Events.of(answer.headers());
        return BodySubscribers.fromLineSubscriber(lines);
    }

    public String header(String name) {
        return headers.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .firstValue(name)
                .orElse("");
    }

    /** The next message. */
    public JsonNode next() {
        try {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("Nothing was heard; the stream has ended: " + (ended.getCount() == 0));
            }
            return wire.received(message);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** The next message of this method, and none of another before it. */
    public JsonNode until(String method) {
        var message = next();
        if (!message.path("method").asText().equals(method)) {
            throw new AssertionError("Expected %s, heard %s".formatted(method, message));
        }
        return message;
    }

    /** The result that ends the stream, which ends by itself then; nothing else comes before it. */
    public JsonNode result() {
        var message = next();
        try {
            if (!message.has("result") || !ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
        } catch (InterruptedException | TimeoutException notEnded) {
            throw new AssertionError("The stream did not end: " + message, notEnded);
        }
        return message.path("result");
    }

    /** Everything heard and not read yet. */
    public List<JsonNode> unread() {
        var all = new ArrayList<JsonNode>();
        messages.drainTo(all);
        all.forEach(wire::received);
        return all;
    }

    public int comments() {
        return events.comments();
    }

    /** Leaves. */
    @Override
    public void close() {
        lines.cancel();
        exchange.cancel(true);
    }

    private final class Lines implements Flow.Subscriber<String> {

        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription.complete(given);
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            events.line(line).ifPresent(event -> messages.add(Mcp.parsed(event)));
        }

        @Override
        public void onError(Throwable broken) {
            ended.countDown();
        }

        @Override
        public void onComplete() {
            events.end().ifPresent(body -> messages.add(Mcp.parsed(body)));
            ended.countDown();
        }

        void cancel() {
            subscription.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join().cancel();
        }
    }
}
