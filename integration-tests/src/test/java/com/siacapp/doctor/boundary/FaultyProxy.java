package com.siacapp.doctor.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.siacapp.testkit.Secrets;
import com.siacapp.testkit.TestServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * A reverse proxy in front of the real server that does everything right, until a test tells it what to do wrong. It
 * writes its own address wherever the server says its own, as if the server had been configured for it.
 */
final class FaultyProxy implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What the JDK's client and server write themselves. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "transfer-encoding", "date", "upgrade", "http2-settings");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final String scheme;
    private String knownAs;
    private UnaryOperator<Passing> request = UnaryOperator.identity();
    private UnaryOperator<Passing> answer = UnaryOperator.identity();

    private FaultyProxy(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        knownAs = address();
        server.createContext("/", this::pass);
        server.setExecutor(workers);
        server.start();
    }

    static FaultyProxy plain() {
        try {
            return new FaultyProxy(HttpServer.create(anyPort(), 0), "http");
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    static FaultyProxy encrypted(SSLContext certificate) {
        try {
            var server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate));
            return new FaultyProxy(server, "https");
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    String address() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    String endpoint() {
        return address() + "/mcp";
    }

    /** The server does not know this proxy's address, but another one. */
    FaultyProxy knownToTheServerAs(String address) {
        knownAs = address;
        return this;
    }

    /** Does this to the requests whose path begins so. */
    FaultyProxy changingRequests(String path, UnaryOperator<Passing> change) {
        var before = request;
        request = passing ->
                passing.path().startsWith(path) ? change.apply(before.apply(passing)) : before.apply(passing);
        return this;
    }

    /** Does this to the answers of what begins so. */
    FaultyProxy changingAnswers(String path, UnaryOperator<Passing> change) {
        var before = answer;
        answer = passing ->
                passing.path().startsWith(path) ? change.apply(before.apply(passing)) : before.apply(passing);
        return this;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = request.apply(new Passing(
                    0,
                    exchange.getRequestURI().toString(),
                    Passing.headers(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var got =
                    answer.apply(ask(exchange.getRequestMethod(), inside(sent)).withPath(sent.path()));
            reply(exchange, got);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Passing ask(String method, Passing sent) throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(URI.create(TestServer.address() + sent.path()))
                .method(method, BodyPublishers.ofString(sent.body()));
        forwarded(sent.headers()).forEach(asked::header);
        var got = CLIENT.send(asked.build(), BodyHandlers.ofString());
        Secrets.seenIn(got.body());
        return outside(new Passing(
                got.statusCode(), sent.path(), Passing.headers(got.headers().map()), got.body()));
    }

    private static void reply(HttpExchange exchange, Passing got) throws IOException {
        var body = got.body().getBytes(UTF_8);
        forwarded(got.headers()).forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(got.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, String> forwarded(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> !OF_THE_CONNECTION.contains(header.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Passing inside(Passing passing) {
        var server = TestServer.address().toString();
        return passing.replacing(knownAs, server).replacing(encoded(knownAs), encoded(server));
    }

    private Passing outside(Passing passing) {
        var server = TestServer.address().toString();
        return passing.replacing(server, knownAs).replacing(encoded(server), encoded(knownAs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
