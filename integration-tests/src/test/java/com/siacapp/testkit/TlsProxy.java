package com.siacapp.testkit;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import javax.net.ssl.SSLContext;

/** A reverse proxy that ends TLS, as most operators have one: Undertow's. */
public record TlsProxy(Undertow undertow) implements AutoCloseable {

    /** In front of this address, and with this certificate. */
    public static TlsProxy before(URI server, SSLContext certificate) {
        var forwarded = ProxyHandler.builder()
                .setProxyClient(new LoadBalancingProxyClient().addHost(server))
                .setMaxRequestTime(600_000)
                .build();
        var undertow = Undertow.builder()
                .addHttpsListener(0, "127.0.0.1", certificate)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                .setIoThreads(2)
                .setWorkerThreads(4)
                .setHandler(forwarded)
                .build();
        undertow.start();
        return new TlsProxy(undertow);
    }

    public int port() {
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
