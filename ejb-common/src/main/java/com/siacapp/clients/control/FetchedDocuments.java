package com.siacapp.clients.control;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Documents of one kind, fetched when they are needed and kept for a while. Whoever asks for one that is on its way waits
 * for the same answer. Only good ones are kept; that bad ones are no lever is up to a limit of fetches from one host.
 *
 * @param <T> what a document is once its rules are checked
 */
final class FetchedDocuments<T> {

    private static final Logger LOG = Logger.getLogger(FetchedDocuments.class);
    private static final int MOST_KEPT = 1000;
    private static final int MOST_HOSTS = 10_000;

    static final int FETCHES_A_MINUTE = 60;

    private final GuardedFetch fetch;
    private final int mostBytes;
    private final BiFunction<DocumentUrl, String, T> rules;
    private final Function<DocumentUrl, String> shared;
    private final AsyncCache<DocumentUrl, Kept<T>> kept;
    private final Cache<String, AtomicInteger> fetches;
    private final Cache<DocumentUrl, Boolean> triedJustNow;

    /**
     * @param shared what of an address shares the limit of fetches, such as its host
     * @param rules makes the document of its text, or throws an {@link UnreadableClientException}
     */
    FetchedDocuments(
            GuardedFetch fetch,
            Clock clock,
            int mostBytes,
            Function<DocumentUrl, String> shared,
            BiFunction<DocumentUrl, String, T> rules) {
        this.fetch = fetch;
        this.mostBytes = mostBytes;
        this.shared = shared;
        this.rules = rules;
        Ticker time = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        kept = Caffeine.newBuilder()
                .ticker(time)
                .maximumSize(MOST_KEPT)
                .expireAfter(Expiry.<DocumentUrl, Kept<T>>creating((url, document) -> document.lifetime()))
                .buildAsync();
        fetches = Caffeine.newBuilder()
                .ticker(time)
                .maximumSize(MOST_HOSTS)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
        triedJustNow = Caffeine.newBuilder()
                .ticker(time)
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }

    /**
     * The document as it is now, or was a while ago.
     *
     * @throws UnreadableClientException when there is none, or none that is good
     */
    T read(DocumentUrl url) {
        return requested(url).join().orThrow();
    }

    /** Whether nothing has to be fetched for it, or nothing more than is on its way. */
    boolean isHere(DocumentUrl url) {
        return kept.getIfPresent(url) != null;
    }

    /** The document if it is here; if it is not, it is fetched meanwhile, once a minute at most. */
    Optional<T> readIfHere(DocumentUrl url) {
        var here = Optional.ofNullable(kept.getIfPresent(url))
                .filter(CompletableFuture::isDone)
                .flatMap(answer -> answer.join().document());
        if (here.isEmpty() && isFirstTryOfMinute(url)) {
            var unused = requested(url)
                    .thenAccept(answer -> answer.trouble()
                            .ifPresent(trouble -> LOG.infof(
                                    "A client's document stays as it is stored, %s: %s",
                                    url.host(), trouble.reason())));
        }
        return here;
    }

    /**
     * The document fetched anew, once a minute at most: for keys that are not among those we know. What we have stays if
     * there is nothing better.
     */
    T readAnew(DocumentUrl url) {
        if (isFirstTryOfMinute(url)) {
            var anew = fetched(url).join();
            anew.orThrow();
            kept.put(url, CompletableFuture.completedFuture(anew));
        }
        return read(url);
    }

    private boolean isFirstTryOfMinute(DocumentUrl url) {
        return triedJustNow.asMap().putIfAbsent(url, true) == null;
    }

    private CompletableFuture<Kept<T>> requested(DocumentUrl url) {
        return kept.get(url, (wanted, executor) -> fetched(wanted));
    }

    private CompletableFuture<Kept<T>> fetched(DocumentUrl url) {
        var count = fetches.get(shared.apply(url), any -> new AtomicInteger());
        if (count.incrementAndGet() > FETCHES_A_MINUTE) {
            return CompletableFuture.completedFuture(
                    Kept.none(GuardedFetch.unreachable("too many fetches from " + url.host() + " within a minute")));
        }
        return fetch.get(url, mostBytes)
                .thenApply(answer -> Kept.good(rules.apply(url, answer.body()), answer.lifetime()))
                .exceptionally(failed -> Kept.none(reason(url, failed)));
    }

    private static UnreadableClientException reason(DocumentUrl url, Throwable failed) {
        var cause = failed instanceof CompletionException ? failed.getCause() : failed;
        return cause instanceof UnreadableClientException unreadable
                ? unreadable
                : GuardedFetch.unreachable("no answer from " + url.host() + ": " + cause);
    }

    /** What became of a fetch: a document, or why there is none, which is forgotten as soon as it is told. */
    private record Kept<T>(Optional<T> document, Optional<UnreadableClientException> trouble, Duration lifetime) {

        static <T> Kept<T> good(T document, Duration lifetime) {
            return new Kept<>(Optional.of(document), Optional.empty(), lifetime);
        }

        static <T> Kept<T> none(UnreadableClientException trouble) {
            return new Kept<>(Optional.empty(), Optional.of(trouble), Duration.ZERO);
        }

        T orThrow() {
            return document.orElseThrow(trouble::orElseThrow);
        }
    }
}
