package com.siacapp.clients.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.clients.entity.UnreadableClientException.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often a host is asked. The wire is replaced by a future that the test completes. */
class FetchedDocumentsTest {

    private static final int URLS = Integer.getInteger("siac.scale.document-urls", 500);
    private static final DocumentUrl CLIENT = url("https://app.example.com/client");

    private final Wire wire = new Wire();
    private final TestClock clock = new TestClock();
    private final FetchedDocuments<String> documents =
            new FetchedDocuments<>(wire, clock, 100, DocumentUrl::host, (url, text) -> {
                if (text.equals("bad")) {
                    throw new UnreadableClientException(Trouble.UNUSABLE, "it is bad");
                }
                return text;
            });

    @Test
    void who_asks_at_the_same_time_waits_for_the_same_answer() {
        wire.next = new CompletableFuture<>();
        var readers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> documents.read(CLIENT)))
                .limit(32)
                .toList();
        wire.next.complete(fetched("good", Duration.ofHours(1)));
        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isEqualTo("good"));
        assertThat(wire.fetches).hasValue(1);
    }

    @Test
    void a_document_is_kept_as_long_as_its_host_says() {
        documents.read(CLIENT);
        clock.passes(Duration.ofMinutes(59));
        documents.read(CLIENT);
        assertThat(wire.fetches).hasValue(1);
        clock.passes(Duration.ofMinutes(2));
        documents.read(CLIENT);
        assertThat(wire.fetches).hasValue(2);
    }

    @Test
    void errors_and_bad_documents_are_not_kept() {
        wire.answers("bad");
        assertThatExceptionOfType(UnreadableClientException.class).isThrownBy(() -> documents.read(CLIENT));
        wire.next = CompletableFuture.failedFuture(GuardedFetch.unreachable("no answer"));
        assertThatExceptionOfType(UnreadableClientException.class).isThrownBy(() -> documents.read(CLIENT));
        wire.answers("good");
        assertThat(documents.read(CLIENT)).isEqualTo("good");
    }

    @Test
    void a_host_is_asked_a_limited_number_of_times_a_minute_whatever_the_paths() {
        IntStream.range(0, URLS).forEach(i -> {
            try {
                documents.read(url("https://many.example.com/client/" + i));
            } catch (UnreadableClientException tooMany) {
                assertThat(tooMany.trouble()).isEqualTo(Trouble.UNREACHABLE);
            }
        });
        assertThat(wire.fetches).hasValue(Math.min(URLS, FetchedDocuments.FETCHES_A_MINUTE));
        assertThat(documents.read(CLIENT)).as("another host is not punished").isEqualTo("good");
        clock.passes(Duration.ofSeconds(61));
        assertThat(documents.read(url("https://many.example.com/later"))).isEqualTo("good");
    }

    @Test
    void who_does_not_wait_gets_the_document_once_it_is_here() {
        wire.next = new CompletableFuture<>();
        assertThat(documents.readIfHere(CLIENT)).isEmpty();
        assertThat(documents.readIfHere(CLIENT)).isEmpty();
        wire.next.complete(fetched("good", Duration.ofHours(1)));
        assertThat(documents.readIfHere(CLIENT)).contains("good");
        assertThat(wire.fetches).hasValue(1);
    }

    @Test
    void a_silent_host_is_tried_once_a_minute_for_those_who_do_not_wait() {
        wire.next = CompletableFuture.failedFuture(GuardedFetch.unreachable("no answer"));
        IntStream.range(0, 10)
                .forEach(i -> assertThat(documents.readIfHere(CLIENT)).isEmpty());
        assertThat(wire.fetches).hasValue(1);
        clock.passes(Duration.ofSeconds(61));
        documents.readIfHere(CLIENT);
        assertThat(wire.fetches).hasValue(2);
    }

    @Test
    void a_document_is_read_anew_once_a_minute_at_most() {
        documents.read(CLIENT);
        wire.answers("newer");
        assertThat(documents.readAnew(CLIENT)).isEqualTo("newer");
        wire.answers("newest");
        assertThat(documents.readAnew(CLIENT)).isEqualTo("newer");
    }

    private static Fetched fetched(String body, Duration lifetime) {
        return new Fetched(body, lifetime);
    }

    private static DocumentUrl url(String text) {
        return DocumentUrl.parse(text).orElseThrow();
    }

    private static final class Wire extends GuardedFetch {

        private final AtomicInteger fetches = new AtomicInteger();
        private CompletableFuture<Fetched> next =
                CompletableFuture.completedFuture(fetched("good", Duration.ofHours(1)));

        void answers(String body) {
            next = CompletableFuture.completedFuture(fetched(body, Duration.ofHours(1)));
        }

        @Override
        CompletableFuture<Fetched> get(DocumentUrl url, int mostBytes) {
            fetches.incrementAndGet();
            return next;
        }
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
