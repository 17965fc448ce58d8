package com.siacapp.installation.entity;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which an address of ours may be called. A page that was led here by DNS rebinding calls it by the name of
 * its own site (MCP 2026-07-28, basic/transports, security); and what is meant for one of our hosts is not at the other.
 */
public final class Hosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);

    /** No name at all. */
    public static final Hosts NONE =
            new Hosts(URI.create("about://none.invalid"), false, new TrustedProxies(List.of()));

    private final String own;
    private final int ownPort;
    private final int defaultPort;
    private final boolean loopbackToo;
    private final TrustedProxies proxies;

    /** @param loopbackToo whether this computer's own names are good, too, with any port */
    public Hosts(URI address, boolean loopbackToo, TrustedProxies proxies) {
        this.own = address.getHost();
        this.defaultPort = DEFAULT_PORTS.getOrDefault(address.getScheme(), -1);
        this.ownPort = address.getPort() < 0 ? defaultPort : address.getPort();
        this.loopbackToo = loopbackToo;
        this.proxies = proxies;
    }

    /**
     * Whether a request with these headers was meant for us.
     *
     * @param peer who connected to this server
     * @param host the values of {@code Host}, of which there must be one
     * @param forwardedHost {@code X-Forwarded-Host}, which counts instead if a proxy of ours says it
     */
    public boolean allow(String peer, List<String> host, @Nullable String forwardedHost) {
        if (host.size() != 1) {
            return false;
        }
        var isForwarded = forwardedHost != null && proxies.isTrusted(peer);
        return isOurs(isForwarded ? last(forwardedHost) : host.get(0));
    }

    private boolean isOurs(String authority) {
        return parsed(authority)
                .filter(address -> isOwn(address) || (loopbackToo && LOOPBACK.contains(address.getHost())))
                .isPresent();
    }

    private boolean isOwn(URI address) {
        var port = address.getPort() < 0 ? defaultPort : address.getPort();
        return address.getHost().equals(own) && port == ownPort;
    }

    /** Each proxy adds its word at the end; the one who connected to us had the last. */
    private static String last(@Nullable String list) {
        var text = String.valueOf(list);
        return text.substring(text.lastIndexOf(',') + 1).strip();
    }

    private static Optional<URI> parsed(String authority) {
        try {
            var address = URI.create("http://" + authority.toLowerCase(Locale.ROOT));
            var isAuthorityAlone =
                    authority.equalsIgnoreCase(address.getRawAuthority()) && address.getUserInfo() == null;
            return isAuthorityAlone && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
