package com.siacapp.doctor.control;

import static com.siacapp.doctor.entity.Fault.BROKEN_CONNECTION;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_EXPIRED;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_OF_ANOTHER_HOST;
import static com.siacapp.doctor.entity.Fault.CERTIFICATE_UNTRUSTED;
import static com.siacapp.doctor.entity.Fault.CONNECTION_REFUSED;
import static com.siacapp.doctor.entity.Fault.TIMED_OUT;
import static com.siacapp.doctor.entity.Fault.TLS_FAILED;
import static com.siacapp.doctor.entity.Fault.UNKNOWN_HOST;

import com.siacapp.doctor.entity.Fault;
import com.siacapp.doctor.entity.Finding;
import com.siacapp.doctor.entity.WebAddress;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Requests to servers nobody vouches for: one answer each, bounded in time and length, wherever it would redirect to. */
final class Requests {

    static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);

    /** After this, no request of an examination waits any more. */
    private static final Duration LONGEST_EXAMINATION = Duration.ofSeconds(45);

    private static final String PING = """
            {"jsonrpc": "2.0", "id": 1, "method": "ping"}""";

    private static final String MODERN = "2026-07-28";

    private static final String DISCOVER = """
            {"jsonrpc": "2.0", "id": 1, "method": "server/discover", "params": {"_meta": {
                "io.modelcontextprotocol/protocolVersion": "%s",
                "io.modelcontextprotocol/clientCapabilities": {}}}}""".formatted(MODERN);

    private final HttpClient client;
    private final long end = System.nanoTime() + LONGEST_EXAMINATION.toNanos();

    Requests(SSLContext tls) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .build();
    }

    Answer get(WebAddress address) throws DeadEnd {
        return send(address, request -> request.GET());
    }

    Answer send(WebAddress address, String method, UnaryOperator<HttpRequest.Builder> headers) throws DeadEnd {
        return send(address, request -> headers.apply(request.method(method, BodyPublishers.noBody())));
    }

    Answer postForm(WebAddress address, Form form) throws DeadEnd {
        return send(
                address,
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(form.encoded())));
    }

    Answer postJson(WebAddress address, String json) throws DeadEnd {
        return send(
                address,
                request -> request.header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** An MCP request that every server of the handshake eras knows, and that changes nothing. */
    Answer ping(WebAddress endpoint, Optional<String> token) throws DeadEnd {
        return send(endpoint, request -> {
            token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
            return mcp(request, "2025-11-25", PING);
        });
    }

    /** The first request of clients that speak the version without a handshake; older servers refuse it. */
    Answer discover(WebAddress endpoint, String token) throws DeadEnd {
        return send(
                endpoint,
                request -> mcp(request, MODERN, DISCOVER)
                        .header("Authorization", "Bearer " + token)
                        .header("Mcp-Method", "server/discover"));
    }

    private static HttpRequest.Builder mcp(HttpRequest.Builder request, String version, String message) {
        return request.header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", version)
                .POST(BodyPublishers.ofString(message));
    }

    private Answer send(WebAddress address, UnaryOperator<HttpRequest.Builder> what) throws DeadEnd {
        var request = what.apply(HttpRequest.newBuilder(address.uri())).build();
        var exchange = client.sendAsync(request, response -> new CappedBody());
        try {
            var response = exchange.get(timeLeft(), TimeUnit.NANOSECONDS);
            var body = response.body();
            return new Answer(address, response.statusCode(), response.headers(), body.text(), body.isCut());
        } catch (TimeoutException slow) {
            exchange.cancel(true);
            throw new DeadEnd(Finding.of(TIMED_OUT, address, LONGEST_ANSWER.toSeconds()));
        } catch (InterruptedException stop) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new DeadEnd(Finding.of(BROKEN_CONNECTION, address));
        } catch (ExecutionException failed) {
            throw new DeadEnd(Finding.of(faultOf(failed), address, address.host()));
        }
    }

    private long timeLeft() {
        return Math.max(0, Math.min(LONGEST_ANSWER.toNanos(), end - System.nanoTime()));
    }

    private static Fault faultOf(Throwable failure) {
        if (isCausedBy(failure, UnresolvedAddressException.class) || isCausedBy(failure, UnknownHostException.class)) {
            return UNKNOWN_HOST;
        }
        if (isCausedBy(failure, ConnectException.class)) {
            return CONNECTION_REFUSED;
        }
        if (isCausedBy(failure, CertificateExpiredException.class)
                || isCausedBy(failure, CertificateNotYetValidException.class)) {
            return CERTIFICATE_EXPIRED;
        }
        if (isCausedBy(failure, CertPathValidatorException.class)
                || causes(failure).anyMatch(cause -> cause.getClass().getName().endsWith("ValidatorException"))) {
            return CERTIFICATE_UNTRUSTED;
        }
        // What is left to say against a certificate is its names (RFC 9525 §6).
        if (isCausedBy(failure, CertificateException.class)) {
            return CERTIFICATE_OF_ANOTHER_HOST;
        }
        return isCausedBy(failure, SSLException.class) ? TLS_FAILED : BROKEN_CONNECTION;
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
