package com.siacapp.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Plain HTTP to the server under test: no redirect is followed and no cookie kept. */
public final class Http {

    private static final ThreadLocal<HttpClient> CLIENT = ThreadLocal.withInitial(() -> Shared.CLIENT);

    private Http() {}

    /** Made when it is first needed. */
    private static final class Shared {
        static final HttpClient CLIENT = client().build();
    }

    static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER);
    }

    /** This thread's requests meanwhile go by that client. */
    static <T> T with(HttpClient other, Supplier<T> requests) {
        var usual = CLIENT.get();
        CLIENT.set(other);
        try {
            return requests.get();
        } finally {
            CLIENT.set(usual);
        }
    }

    public static Answer get(String path) {
        return send(path, "GET", BodyPublishers.noBody(), request -> request);
    }

    public static Answer postJson(String path, String json) {
        return send(path, "POST", BodyPublishers.ofString(json), r -> r.header("Content-Type", "application/json"));
    }

    public static Answer postForm(
            String path, Collection<Entry<String, String>> form, UnaryOperator<HttpRequest.Builder> more) {
        return send(
                path,
                "POST",
                BodyPublishers.ofString(encoded(form)),
                request -> more.apply(request.header("Content-Type", "application/x-www-form-urlencoded")));
    }

    /** Any address, such as a client's own. */
    public static Answer visit(URI address) {
        return send(address, "GET", BodyPublishers.noBody(), request -> request);
    }

    public static Answer send(String path, String method, BodyPublisher body, UnaryOperator<HttpRequest.Builder> more) {
        return send(Site.current().at(path), method, body, more);
    }

    /** The answer as it comes, for those that take long. */
    static HttpResponse<InputStream> open(
            String path, String method, BodyPublisher body, UnaryOperator<HttpRequest.Builder> more) {
        return send(Site.current().at(path), method, body, more, BodyHandlers.ofInputStream());
    }

    private static Answer send(
            URI address, String method, BodyPublisher body, UnaryOperator<HttpRequest.Builder> more) {
        return Secrets.seenIn(new Answer(send(address, method, body, more, BodyHandlers.ofString())));
    }

    private static <T> HttpResponse<T> send(
            URI address,
            String method,
            BodyPublisher body,
            UnaryOperator<HttpRequest.Builder> more,
            BodyHandler<T> handler) {
        try {
            var request = more.apply(HttpRequest.newBuilder(address).method(method, body));
            return CLIENT.get().send(request.build(), handler);
        } catch (IOException unreachable) {
            throw new AssertionError("No answer from " + address, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", stopped);
        }
    }

    /** What no HTTP client would send, and what comes back, as it is. */
    public static String raw(String request) {
        var address = TestServer.address();
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreachable) {
            throw new AssertionError("No answer", unreachable);
        }
    }

    /** Name and value pairs in the form encoding, for bodies and queries; a name may repeat. */
    public static String encoded(Collection<Entry<String, String>> pairs) {
        return pairs.stream()
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static List<Entry<String, String>> pairs(Map<String, String> map) {
        return List.copyOf(map.entrySet());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
