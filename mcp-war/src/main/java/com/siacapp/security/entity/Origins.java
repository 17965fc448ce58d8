package com.siacapp.security.entity;

import java.net.URI;
import java.util.Set;

/** The web origins whose pages may call the endpoint (MCP 2026-07-28, basic/transports, security). */
public final class Origins {

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> allowed;
    private final boolean loopbackToo;

    public Origins(Set<String> allowed, boolean loopbackToo) {
        this.allowed = Set.copyOf(allowed);
        this.loopbackToo = loopbackToo;
    }

    /** Whether pages of this origin may call, as browsers write it in {@code Origin}. */
    public boolean allow(String origin) {
        return allowed.contains(origin) || (loopbackToo && isLoopback(origin));
    }

    private static boolean isLoopback(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host != null && LOOPBACK_HOSTS.contains(host);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
