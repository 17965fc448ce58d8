package com.siacapp.clients.control;

import static com.siacapp.clients.entity.UnreadableClientException.Trouble.GONE;
import static com.siacapp.clients.entity.UnreadableClientException.Trouble.UNREACHABLE;
import static com.siacapp.clients.entity.UnreadableClientException.Trouble.UNUSABLE;

import com.siacapp.clients.entity.DocumentUrl;
import com.siacapp.clients.entity.UnreadableClientException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads small JSON documents from hosts that strangers name, and can be led neither into our own network nor into long
 * work: https only, to checked addresses, no redirect, no proxy, no cookie, no compression, and an end to size and time.
 * Whoever injects it has places and threads of their own, so that who makes us fetch one thing takes none from another.
 */
@Dependent
public class GuardedFetch {

    static final long LONGEST_SECONDS = 3;

    private static final int MOST_AT_ONCE = 32;
    private static final int HTTPS_PORT = 443;
    private static final long LONGEST_LOOKUP_SECONDS = 2;
    private static final int MOST_LOOKUPS = 8 * MOST_AT_ONCE;
    private static final long LOOKUP_STACK_BYTES = 256 * 1024;
    private static final Pattern JSON = Pattern.compile("application/([a-z0-9.+-]+\\+)?json *(;.*)?");

    @Inject
    Internet internet;

    @Resource(lookup = "java:jboss/ee/concurrency/factory/default")
    ThreadFactory threads;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * The machine's resolver cannot be told how long to wait: a name whose servers are silent keeps a thread of these, and
     * nothing else, until the resolver gives up. They are so many that the places run out before them.
     */
    @SuppressWarnings("NullAway.Init")
    private ExecutorService lookups;

    /** One for each place; who has a place waits no longer than a thread needs to come back from the fetch before. */
    @SuppressWarnings("NullAway.Init")
    private ThreadPoolExecutor fetches;

    @SuppressWarnings("NullAway.Init")
    private CloseableHttpClient client;

    @PostConstruct
    void open() {
        lookups = new ThreadPoolExecutor(0, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(null, task, "siac-name-lookup", LOOKUP_STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        fetches = new ThreadPoolExecutor(
                MOST_AT_ONCE, MOST_AT_ONCE, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        fetches.allowCoreThreadTimeOut(true);
        var timeout = Timeout.ofSeconds(LONGEST_SECONDS);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new NoResolver())
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(internet.trust()))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(timeout).build())
                .setMaxConnTotal(MOST_AT_ONCE)
                .setMaxConnPerRoute(MOST_AT_ONCE)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                // The default one would heed a proxy of the machine, and the proxy would resolve the name again.
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("SIAC-Assistant")
                .build();
    }

    @PreDestroy
    void close() {
        lookups.shutdownNow();
        fetches.shutdownNow();
        client.close(CloseMode.GRACEFUL);
    }

    /** The document, or an {@link UnreadableClientException}, after three seconds at the latest. */
    CompletableFuture<Fetched> get(DocumentUrl url, int mostBytes) {
        if (!places.tryAcquire()) {
            return CompletableFuture.failedFuture(unreachable("too many documents are being fetched"));
        }
        var request = new HttpGet(url.uri());
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        // A host that sends a byte a second keeps every timeout of the socket from expiring: this one ends it.
        return CompletableFuture.supplyAsync(() -> exchange(url, request, mostBytes), fetches)
                .whenComplete((done, failed) -> places.release())
                .copy()
                .orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failed) -> request.abort());
    }

    private Fetched exchange(DocumentUrl url, HttpGet request, int mostBytes) {
        try {
            return read(answer(url, request), mostBytes);
        } catch (IOException | IllegalStateException failed) {
            throw unreachable(
                    "no answer from " + url.host() + ": " + failed.getClass().getSimpleName());
        } finally {
            // Closing politely would read the rest of the answer first.
            request.abort();
        }
    }

    /** From the first address that takes the connection. Once the request is aborted, no further one is tried. */
    private ClassicHttpResponse answer(DocumentUrl url, HttpGet request) throws IOException {
        IOException failed = new UnknownHostException("no address");
        for (var address : addresses(url)) {
            try {
                var host = new HttpHost("https", address.getAddress(), url.host(), address.getPort());
                return client.executeOpen(host, request, null);
            } catch (ConnectException refused) {
                failed = refused;
            }
        }
        throw failed;
    }

    /**
     * Asks once and goes where the answer was checked, so that a second answer of the name service is no use.
     */
    private List<InetSocketAddress> addresses(DocumentUrl url) throws IOException {
        var port = url.uri().getPort() < 0 ? HTTPS_PORT : url.uri().getPort();
        try {
            return lookups.submit(() -> internet.route(url.host(), port)).get(LONGEST_LOOKUP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException failed) {
            throw new IOException("The name leads nowhere", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }

    private static Fetched read(ClassicHttpResponse response, int mostBytes) throws IOException {
        switch (response.getCode()) {
            case 200 -> {}
            case 404, 410 -> throw new UnreadableClientException(GONE, "the answer is " + response.getCode());
            default -> throw unreachable("the answer is " + response.getCode());
        }
        var entity = response.getEntity();
        if (entity == null || !isJson(entity.getContentType()) || entity.getContentEncoding() != null) {
            throw new UnreadableClientException(UNUSABLE, "the answer is not plain JSON");
        }
        var bytes = entity.getContent().readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw new UnreadableClientException(UNUSABLE, "the answer is longer than " + mostBytes + " bytes");
        }
        return Fetched.of(
                new String(bytes, StandardCharsets.UTF_8),
                header(response, HttpHeaders.CACHE_CONTROL),
                header(response, HttpHeaders.AGE));
    }

    private static boolean isJson(String contentType) {
        return contentType != null
                && JSON.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    static UnreadableClientException unreachable(String reason) {
        return new UnreadableClientException(UNREACHABLE, reason);
    }

    /** Every address is known before the client is asked: it has none to look for. */
    private static final class NoResolver implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("only addresses that were checked");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
