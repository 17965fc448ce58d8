package com.siacapp.fuzz;

import com.siacapp.testkit.McpStream;
import com.siacapp.testkit.ServiceAccount;
import com.siacapp.testkit.Streams;
import com.siacapp.testkit.TestServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

    private final ServiceAccount account = ServiceAccount.created("AUTHOR", "siac.templates.read");
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final Queue<Sender> all = new ConcurrentLinkedQueue<>();
    private ThreadLocal<Sender> senders = ThreadLocal.withInitial(this::sender);
    private String token = "";
    private Instant renewAt = Instant.MIN;

    /** Everything that was wrong with the answers to the mutants of these seeds. */
    Queue<String> with(long firstSeed, int mutants) throws InterruptedException {
        var workers = Executors.newFixedThreadPool(AT_A_TIME);
        var watchdog = Executors.newSingleThreadScheduledExecutor();
        try {
            senders = ThreadLocal.withInitial(this::sender);
            LongStream.range(firstSeed, firstSeed + mutants)
                    .forEach(seed -> workers.execute(() -> send(seed, watchdog)));
        } finally {
            workers.shutdown();
            if (!workers.awaitTermination(30, TimeUnit.MINUTES)) {
                complaints.add("it does not end");
            }
            watchdog.shutdownNow();
            all.forEach(Sender::leave);
            all.clear();
        }
        return complaints;
    }

    /** What it left open. */
    Streams streams() {
        return Streams.seenWith(freshToken());
    }

    private Sender sender() {
        var sender = new Sender(this::freshToken);
        all.add(sender);
        return sender;
    }

    private void send(long seed, ScheduledExecutorService watchdog) {
        if (complaints.size() >= MOST_COMPLAINTS) {
            return;
        }
        var sender = senders.get();
        var mutant = Mutant.of(seed);
        try {
            var equipped = sender.equipped(mutant);
            var answer = new McpStream(client.send(request(equipped), BodyHandlers.ofInputStream()));
            var hang = watchdog.schedule(
                    () -> {
                        complaints.add("seed " + seed + ": no end of it\n" + equipped);
                        answer.close();
                    },
                    LONGEST.toSeconds(),
                    TimeUnit.SECONDS);
            // Now and then it just leaves.
            var fault = seed % 10 == 0
                    ? ""
                    : new Verdict(equipped, answer, question -> sender.answer(mutant, question)).fault();
            hang.cancel(false);
            answer.close();
            sender.heard(answer.lastEventId());
            if (!fault.isEmpty()) {
                complaints.add("seed " + seed + ": " + fault + "\n" + equipped);
            }
        } catch (IOException | RuntimeException | AssertionError none) {
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
}
