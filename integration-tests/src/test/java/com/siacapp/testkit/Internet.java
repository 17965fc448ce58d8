package com.siacapp.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The way from a client to an installation with names of its own, at the port of https: what a client asks an ordinary
 * proxy to connect it with (CONNECT) leads to a port of this computer. No name has to be known to this computer.
 */
public final class Internet implements AutoCloseable {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final ServerSocket relay;
    private final Map<String, Integer> ports;

    private Internet(ServerSocket relay, Map<String, Integer> ports) {
        this.relay = relay;
        this.ports = ports;
    }

    /** @param ports where {@code host:port} is on this computer */
    public static Internet where(Map<String, Integer> ports) {
        try {
            var internet = new Internet(new ServerSocket(0, 64, HERE), Map.copyOf(ports));
            Relay.inBackground(() -> {
                while (true) {
                    var client = internet.relay.accept();
                    Relay.inBackground(() -> internet.connect(client));
                }
            });
            return internet;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The address of the proxy. */
    public URI proxy() {
        return URI.create("http://127.0.0.1:" + relay.getLocalPort());
    }

    /** Somebody out there, who trusts whom this context trusts. */
    public HttpClient client(SSLContext trust) {
        return Http.client()
                .sslContext(trust)
                .proxy(ProxySelector.of(new InetSocketAddress(HERE, relay.getLocalPort())))
                .build();
    }

    private void connect(Socket client) throws IOException {
        var request = head(client.getInputStream());
        var target = request.split(" ", 3)[1];
        if (!request.startsWith("CONNECT ") || !ports.containsKey(target)) {
            client.getOutputStream().write("HTTP/1.1 502 No such place\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.close();
            return;
        }
        var server = new Socket(HERE, ports.get(target));
        client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        Relay.join(client, server);
    }

    /** All up to the empty line, and not a byte of what comes after it. */
    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            var read = in.read();
            if (read < 0) {
                throw new IOException("gone");
            }
            head.write(read);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            relay.close();
        } catch (IOException open) {
            throw new UncheckedIOException(open);
        }
    }
}
