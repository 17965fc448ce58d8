package com.siacapp.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Optional;

/**
 * An address and a port that the server listens on.
 *
 * @param addressOption what chooses the address
 * @param portOption what chooses the port
 */
record Listener(String address, int port, String addressOption, String portOption) {

    /** For this computer alone. */
    static final String LOOPBACK = "127.0.0.1";

    private static final int ANY_PORT = 0;

    static Listener http(String address, int port) {
        return new Listener(address, port, "--bind", "-Dsiac.port=… (Maven) or --port");
    }

    static Listener https(String address, int port) {
        return new Listener(address, port, "--bind", "--https-port");
    }

    static Listener management(String address, int port) {
        return new Listener(
                address, port, "--bind-management", "-Dsiac.management.port=… (Maven) or --management-port");
    }

    /** Finds out before the server does, and says it in a sentence. */
    void requireFree() {
        if (obstacle(ANY_PORT).isPresent()) {
            throw LaunchException.because(
                    addressOption + " names " + address + ", which is no IPv4 address of this computer.");
        }
        obstacle(port).ifPresent(reason -> {
            throw LaunchException.because("port " + port + " cannot be used (" + reason
                    + "); stop the program that uses it, or choose another port with " + portOption + ".");
        });
    }

    /** Why nobody can listen there; by IPv4 alone, as the server does. */
    private Optional<String> obstacle(int wanted) {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(address, wanted));
            return Optional.empty();
        } catch (IOException | IllegalArgumentException impossible) {
            return Optional.of(LaunchException.reason(impossible));
        }
    }

    /** Where this computer asks for a path. */
    URI at(String path) throws UnknownHostException {
        return URI.create("http://" + reachable() + ":" + port + path);
    }

    /** Fails while nobody listens there. */
    void connect(Duration patience) throws IOException {
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(new InetSocketAddress(reachable(), port), (int) patience.toMillis());
        }
    }

    /** What listens on all addresses listens on this one, too. */
    private String reachable() throws UnknownHostException {
        var bound = InetAddress.getByName(address);
        return bound.isAnyLocalAddress() ? LOOPBACK : bound.getHostAddress();
    }
}
