package com.siacapp.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.Streams;
import com.siacapp.testkit.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Sends mutants, several at a time, and writes down every answer that no client should get. */
final class Bombardment {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration TOKEN_IS_FRESH = Duration.ofMinutes(2);
    private static final int AT_A_TIME = 8;
    private static final int MOST_COMPLAINTS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceAccount account = ServiceAccount.created("AUTHOR", "siac.templates.read");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private String token = "";
    private Instant renewAt = Instant.MIN;

    /** Everything that was wrong with the answers to the mutants of these seeds. */
    Queue<String> with(long firstSeed, int mutants) throws InterruptedException {
        var workers = Executors.newFixedThreadPool(AT_A_TIME);
        var watchdog = Executors.newSingleThreadScheduledExecutor();
        try {
            LongStream.range(firstSeed, firstSeed + mutants)
                    .forEach(seed -> workers.execute(() -> send(seed, watchdog)));
        } finally {
            workers.shutdown();
            if (!workers.awaitTermination(30, TimeUnit.MINUTES)) {
                complaints.add("it does not end");
            }
            watchdog.shutdownNow();
        }
        return complaints;
    }

    /** What it left open. */
    Streams streams() {
        return Streams.seenWith(freshToken());
    }

    private void send(long seed, ScheduledExecutorService watchdog) {
        if (complaints.size() >= MOST_COMPLAINTS) {
            return;
        }
        var mutant = Mutant.of(seed);
        try {
            var response = client.send(request(mutant), BodyHandlers.ofInputStream());
            var hang = watchdog.schedule(() -> close(response.body()), LONGEST.toSeconds(), TimeUnit.SECONDS);
            var fault = faultOf(mutant, response);
            close(response.body());
            hang.cancel(false);
            if (!fault.isEmpty()) {
                complaints.add("seed " + seed + ": " + fault + "\n" + mutant);
            }
        } catch (IOException none) {
            complaints.add("seed " + seed + ": " + none + "\n" + mutant);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(Mutant mutant) {
        var request = HttpRequest.newBuilder(TestServer.resource())
                .timeout(LONGEST)
                .method(mutant.httpMethod(), BodyPublishers.ofString(mutant.body(), StandardCharsets.ISO_8859_1))
                .header("Authorization", "Bearer " + freshToken());
        mutant.headers().forEach(request::header);
        return request.build();
    }

    private synchronized String freshToken() {
        if (Instant.now().isAfter(renewAt)) {
            token = account.tokens().access();
            renewAt = Instant.now().plus(TOKEN_IS_FRESH);
        }
        return token;
    }

    /** What is wrong with the answer; empty if nothing is. */
    private static String faultOf(Mutant mutant, HttpResponse<InputStream> response) throws IOException {
        var status = response.statusCode();
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (status >= 500) {
            return "status " + status + " " + text(response);
        }
        if (type.startsWith("text/event-stream")) {
            return status == 200 ? faultOf(status, firstEvent(response.body())) : "a stream with status " + status;
        }
        var body = text(response);
        if (body.isEmpty()) {
            var mayBeSilent =
                    status == 202 || status == 204 || mutant.httpMethod().equals("HEAD");
            return mayBeSilent ? "" : "status " + status + " without a word";
        }
        return type.startsWith("application/json") ? faultOf(status, body) : "an answer of type " + type;
    }

    private static String faultOf(int status, String body) {
        try {
            var json = JSON.readTree(body);
            if (json.isArray()) {
                return json.isEmpty()
                        ? "an empty batch"
                        : faultOf(status, json.get(0).toString());
            }
            return isSound(status, json) ? "" : "status " + status + " " + body;
        } catch (JsonProcessingException notJson) {
            return "no JSON: " + body;
        }
    }

    /** A JSON-RPC message, and no fault of ours. */
    private static boolean isSound(int status, JsonNode json) {
        var code = json.at("/error/code");
        var isError = code.isInt() && json.at("/error/message").isTextual();
        return json.path("jsonrpc").asText().equals("2.0")
                && code.asInt() != -32603
                && (status == 200 ? isError || json.has("result") || json.has("method") : isError);
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String firstEvent(InputStream events) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            // A priming event has no data.
            if (line.startsWith("data:") && line.length() > "data:".length() + 1) {
                return line.substring("data:".length());
            }
        }
        throw new IOException("a stream without an event");
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException gone) {
            // Which is what was wanted.
        }
    }
}
