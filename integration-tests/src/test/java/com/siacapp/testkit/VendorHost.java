package com.siacapp.testkit;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The hosts of clients' vendors, really: one https server on this computer, with a certificate that it made itself. The
 * server under test is led here for these names by {@link com.siacapp.incontainer.VendorsOnThisComputer}.
 */
public final class VendorHost {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> REQUESTS = new ConcurrentHashMap<>();

    private VendorHost() {}

    /** Starts the hosts; the server under test gets what is returned as system properties. */
    static Map<String, String> start(Path folder) throws Exception {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve("vendor.p12"));
        var store = certificate(folder);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setHttpsConfigurator(new HttpsConfigurator(tls(store)));
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "vendor");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", VendorHost::handle);
        server.start();
        return Map.of(
                "siac.test.vendors.port", String.valueOf(server.getAddress().getPort()),
                "siac.test.vendors.certificate", folder.resolve("vendor.p12").toString());
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var url = "https://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
            REQUESTS.computeIfAbsent(url, any -> new AtomicInteger()).incrementAndGet();
            var answer = ANSWERS.getOrDefault(url, new Answer(404, "{}"));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Location", "https://docs.vendor.test/elsewhere");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** From now on this address answers so. */
    public static void answers(String url, int status, String body) {
        ANSWERS.put(url, new Answer(status, body));
    }

    public static void publishes(String url, String json) {
        answers(url, 200, json);
    }

    /** The public half of a key, as a client's keys. */
    public static void publishes(String url, ECKey key) {
        publishes(url, new JWKSet(key).toString(true));
    }

    /** How often an address was asked for. */
    public static int requests(String url) {
        return REQUESTS.getOrDefault(url, new AtomicInteger()).get();
    }

    private record Answer(int status, String body) {}

    private static KeyStore certificate(Path folder) throws Exception {
        var file = folder.resolve("vendor.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "vendor",
                        "-dname",
                        "CN=vendor",
                        "-ext",
                        "san=dns:*.vendor.test,dns:chatgpt.com,dns:claude.ai",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (made != 0) {
            throw new IllegalStateException("keytool failed");
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD);
        }
        return store;
    }

    private static SSLContext tls(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
