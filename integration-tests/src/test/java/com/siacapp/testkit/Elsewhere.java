package com.siacapp.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.util.function.Supplier;

/**
 * Another computer: requests come to the server from an address of its own, 127.0.0.2 or any other of this network. They
 * pass a relay, because Java's HTTP client cannot choose its address.
 */
public final class Elsewhere {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final InetAddress address;
    private final HttpClient client;

    private Elsewhere(String address) {
        try {
            this.address = InetAddress.getByName(address);
            var relay = new ServerSocket(0, 64, HERE);
            client = Http.client()
                    .proxy(ProxySelector.of(new InetSocketAddress(HERE, relay.getLocalPort())))
                    .build();
            Relay.inBackground(() -> {
                while (true) {
                    connect(relay.accept());
                }
            });
        } catch (IOException noSuchAddress) {
            throw new UncheckedIOException(noSuchAddress);
        }
    }

    public static Elsewhere at(String address) {
        return new Elsewhere(address);
    }

    /** What this thread asks of the server meanwhile, it asks from there. */
    public <T> T does(Supplier<T> requests) {
        return Http.with(client, requests);
    }

    private void connect(Socket here) throws IOException {
        var server = new Socket(HERE, TestServer.address().getPort(), address, 0);
        Relay.join(here, server);
    }
}
