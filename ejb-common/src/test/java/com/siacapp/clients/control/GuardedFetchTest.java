package com.siacapp.clients.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import com.siacapp.clients.entity.UnreadableClientException.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a stranger's address leads our server, with real sockets and real TLS. */
class GuardedFetchTest {

    private static final int MOST = 5 * 1024;
    private static final int MOST_AT_ONCE = 32;

    @TempDir
    static Path folder;

    private static VendorHost vendor;

    private final NamesOfTheTest names = new NamesOfTheTest();
    private final GuardedFetch fetch = new GuardedFetch();

    @BeforeAll
    static void start() throws Exception {
        vendor = new VendorHost(folder);
        vendor.serveJson("/good", "{\"a\":1}", "Cache-Control", "max-age=3600");
        vendor.serveJson("/exactly", "x".repeat(MOST));
        vendor.serveJson("/longer", "x".repeat(MOST + 1));
        vendor.serve(
                "/moved",
                exchange -> VendorHost.answer(
                        exchange, 302, "application/json", new byte[0], "Location", "https://a.vendor.test/good"));
        vendor.serve("/gone", exchange -> VendorHost.answer(exchange, 404, "application/json", "{}".getBytes(UTF_8)));
        vendor.serve("/broken", exchange -> VendorHost.answer(exchange, 500, "application/json", "{}".getBytes(UTF_8)));
        vendor.serve(
                "/partial", exchange -> VendorHost.answer(exchange, 206, "application/json", "{}".getBytes(UTF_8)));
        vendor.serve("/page", exchange -> VendorHost.answer(exchange, 200, "text/html", "{}".getBytes(UTF_8)));
        vendor.serve(
                "/bomb",
                exchange -> VendorHost.answer(
                        exchange, 200, "application/json", zipped(100_000_000), "Content-Encoding", "gzip"));
        vendor.serve("/endless", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[8192]);
            }
        });
        vendor.serve("/silent", exchange -> waitForever());
        vendor.serve("/drip", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            while (!Thread.interrupted()) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause();
            }
        });
    }

    @AfterAll
    static void stop() {
        vendor.close();
    }

    @BeforeEach
    void open() {
        open(fetch);
    }

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    private void open(GuardedFetch opened) {
        opened.internet = names;
        opened.threads = Executors.defaultThreadFactory();
        opened.open();
    }

    @AfterEach
    void close() throws IOException {
        fetch.close();
    }

    @Test
    void a_document_is_read_with_how_long_it_may_be_kept() {
        var fetched = get("/good");
        assertThat(fetched.body()).isEqualTo("{\"a\":1}");
        assertThat(fetched.lifetime()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_document_may_be_as_long_as_the_limit_and_no_longer() {
        assertThat(get("/exactly").body()).hasSize(MOST);
        assertTrouble(Trouble.UNUSABLE, "/longer");
    }

    @Test
    void only_200_is_success_and_no_redirect_is_followed() {
        var before = vendor.requests().size();
        assertTrouble(Trouble.UNREACHABLE, "/moved");
        assertThat(vendor.requests()).hasSize(before + 1);
        assertTrouble(Trouble.UNREACHABLE, "/broken");
        assertTrouble(Trouble.UNREACHABLE, "/partial");
        assertTrouble(Trouble.GONE, "/gone");
    }

    @Test
    void what_is_no_plain_json_is_not_read() {
        assertTrouble(Trouble.UNUSABLE, "/page");
        assertTrouble(Trouble.UNUSABLE, "/bomb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless", "/silent", "/drip"})
    void no_host_keeps_us_longer_than_three_seconds(String path) {
        var begin = System.nanoTime();
        assertThatExceptionOfType(UnreadableClientException.class).isThrownBy(() -> getOrTimeOut(path));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void names_whose_servers_are_silent_keep_no_place_from_those_that_answer() {
        var begin = System.nanoTime();
        var silent = Stream.generate(() -> fetch.get(url("https://silent.vendor.test/good"), MOST))
                .limit(MOST_AT_ONCE)
                .toList();
        assertThat(silent)
                .allSatisfy(answer ->
                        assertThatExceptionOfType(CompletionException.class).isThrownBy(answer::join));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
        assertThat(get("/good").body()).isNotEmpty();
    }

    @Test
    void as_many_are_fetched_at_once_as_there_are_places() {
        var hanging = hanging(fetch, MOST_AT_ONCE - 1);
        assertThat(get("/good").body()).isNotEmpty();
        assertThat(hanging).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void what_hangs_of_one_kind_keeps_no_thread_from_another() {
        var other = new GuardedFetch();
        open(other);
        try {
            var hanging = hanging(other, MOST_AT_ONCE);
            assertThat(get("/good").body()).isNotEmpty();
            assertThat(hanging).noneMatch(CompletableFuture::isDone);
        } finally {
            other.close();
        }
    }

    @Test
    void nothing_of_ours_goes_along_but_what_we_want() {
        get("/good");
        var headers = vendor.requests().get(vendor.requests().size() - 1).getRequestHeaders();
        assertThat(headers.keySet()).isSubsetOf("Host", "Accept", "User-agent", "Connection");
    }

    @Test
    void a_name_that_leads_into_our_network_leads_nowhere() {
        var before = vendor.requests().size();
        names.real = true;
        for (var address : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1")) {
            names.answers = new ArrayDeque<>(List.of(List.of(address)));
            assertTrouble(Trouble.UNREACHABLE, "/good");
        }
        names.answers = new ArrayDeque<>(List.of(List.of("93.184.216.34", "127.0.0.1")));
        assertTrouble(Trouble.UNREACHABLE, "/good");
        assertThat(vendor.requests()).hasSize(before);
    }

    @Test
    void a_name_is_asked_for_once_so_that_a_second_answer_is_no_use() throws IOException {
        var before = vendor.requests().size();
        names.routes = new ArrayDeque<>(List.of(closedPort(), vendor.port()));
        assertTrouble(Trouble.UNREACHABLE, "/good");
        assertThat(names.routes).hasSize(1);
        assertThat(vendor.requests()).hasSize(before);
    }

    @Test
    void a_certificate_of_another_host_is_refused() {
        assertThatExceptionOfType(UnreadableClientException.class)
                .isThrownBy(() -> get(url("https://another.test:" + vendor.port() + "/good")));
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused() throws Exception {
        names.trust = SSLContext.getDefault();
        fetch.close();
        fetch.open();
        assertTrouble(Trouble.UNREACHABLE, "/good");
    }

    @Test
    void a_proxy_of_the_machine_is_not_used() throws IOException {
        var properties = Map.of("https.proxyHost", "127.0.0.1", "https.proxyPort", "9");
        properties.forEach(System::setProperty);
        try {
            fetch.close();
            fetch.open();
            assertThat(get("/good").body()).isNotEmpty();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    private List<CompletableFuture<Fetched>> hanging(GuardedFetch fetching, int many) {
        return Stream.generate(() -> fetching.get(url("https://a.vendor.test:" + vendor.port() + "/silent"), MOST))
                .limit(many)
                .toList();
    }

    private Fetched get(String path) {
        return get(url("https://a.vendor.test:" + vendor.port() + path));
    }

    private Fetched get(DocumentUrl url) {
        try {
            return fetch.get(url, MOST).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UnreadableClientException unreadable ? unreadable : failed;
        }
    }

    private void getOrTimeOut(String path) {
        try {
            get(path);
        } catch (CompletionException tooLate) {
            throw GuardedFetch.unreachable(String.valueOf(tooLate.getCause()));
        }
    }

    private void assertTrouble(Trouble trouble, String path) {
        assertThatExceptionOfType(UnreadableClientException.class)
                .isThrownBy(() -> get(path))
                .satisfies(refused ->
                        assertThat(refused.trouble()).as(refused.reason()).isEqualTo(trouble));
    }

    private static DocumentUrl url(String text) {
        return DocumentUrl.parse(text).orElseThrow();
    }

    private static byte[] zipped(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            for (var i = 0; i < size; i += 100_000) {
                zip.write(new byte[100_000]);
            }
        }
        return bytes.toByteArray();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void waitForever() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.currentThread().join(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The name service as a test wants it: the vendor's names lead to this computer, or through the real check. */
    private static final class NamesOfTheTest extends PublicInternet {

        private boolean real;
        private SSLContext trust = vendor.trust();
        private ArrayDeque<List<String>> answers = new ArrayDeque<>();
        private ArrayDeque<Integer> routes = new ArrayDeque<>();

        @Override
        public List<InetSocketAddress> route(String host, int port) throws UnknownHostException {
            if (host.startsWith("silent")) {
                waitForever();
            }
            return real
                    ? super.route(host, port)
                    : List.of(new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), routes.isEmpty() ? port : routes.remove()));
        }

        @Override
        protected List<InetAddress> resolve(String host) throws UnknownHostException {
            var addresses = new ArrayList<InetAddress>();
            for (var address : answers.remove()) {
                addresses.add(InetAddress.getByName(address));
            }
            return addresses;
        }

        @Override
        public SSLContext trust() {
            return trust;
        }
    }
}
