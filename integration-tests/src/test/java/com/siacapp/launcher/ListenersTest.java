package com.siacapp.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.TestServer;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** When a server counts as ready. */
class ListenersTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void a_server_that_ends_tls_itself_is_not_ready_before_it_listens_for_it() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var https = TestServer.freePort();
            var plain = Listeners.here(new Ports(server.getAddress().getPort(), 0));

            assertThat(plain.areOpen()).isTrue();
            assertThat(plain.withTls(https).areOpen()).isFalse();
            try (var listening = new ServerSocket(https, 1, HERE)) {
                assertThat(plain.withTls(listening.getLocalPort()).areOpen()).isTrue();
            }
        } finally {
            server.stop(0);
        }
    }
}
