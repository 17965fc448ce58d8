package com.siacapp.launcher;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the server listens.
 *
 * @param http for people and clients; for this computer alone, if the server ends TLS itself
 * @param management for health and metrics
 * @param https for people and clients, if the server ends TLS itself
 * @param javaOptions what its JVM is told of it besides the ports of the first two
 */
record Listeners(Listener http, Listener management, Optional<Listener> https, List<String> javaOptions) {

    /** Without the proxy that the JVM may be told of: it is this computer that is asked. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** As the server has it unless it is told otherwise: for this computer alone. */
    static Listeners here(Ports ports) {
        return new Listeners(
                Listener.http(Listener.LOOPBACK, ports.http()),
                Listener.management(Listener.LOOPBACK, ports.management()),
                Optional.empty(),
                List.of());
    }

    static Listeners at(String address, String managementAddress, Ports ports) {
        return new Listeners(
                Listener.http(address, ports.http()),
                Listener.management(managementAddress, ports.management()),
                Optional.empty(),
                List.of("-Djboss.bind.address=" + address, "-Djboss.bind.address.management=" + managementAddress));
    }

    /** The same by TLS; plain http is for this computer alone then. */
    Listeners withTls(int port) {
        var told = Stream.of("-Dsiac.tls=true", "-Djboss.https.port=" + port, "-Dsiac.bind.http=" + Listener.LOOPBACK);
        return new Listeners(
                Listener.http(Listener.LOOPBACK, http.port()),
                management,
                Optional.of(Listener.https(http.address(), port)),
                Stream.concat(javaOptions.stream(), told).toList());
    }

    void requireFree() {
        Stream.concat(Stream.of(http, management), https.stream()).forEach(Listener::requireFree);
    }

    /** Whether people and clients get in: the application says that all is well, and by TLS, too, somebody is there. */
    boolean areOpen() throws InterruptedException {
        try {
            var health =
                    HttpRequest.newBuilder(http.at("/health")).timeout(PATIENCE).build();
            if (HTTP.send(health, BodyHandlers.discarding()).statusCode() != 200) {
                return false;
            }
            if (https.isPresent()) {
                https.get().connect(PATIENCE);
            }
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
