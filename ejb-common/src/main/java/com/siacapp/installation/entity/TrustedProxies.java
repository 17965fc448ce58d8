package com.siacapp.installation.entity;

import java.net.InetAddress;
import java.util.List;

/** The reverse proxies in front of this server, whose word about where a request came from is taken. */
public record TrustedProxies(List<AddressBlock> blocks) {

    public TrustedProxies {
        blocks = List.copyOf(blocks);
    }

    /**
     * Where a request came from: the last hop that is no proxy of ours. What stands further left in the header is the
     * sender's own claim (RFC 9700 §4.13).
     *
     * @param peer who connected to this server
     * @param forwardedFor the hops that proxies noted in {@code X-Forwarded-For}, oldest first
     */
    public String originOf(String peer, List<String> forwardedFor) {
        var origin = peer;
        for (var hop = forwardedFor.size() - 1; hop >= 0 && isTrusted(origin); hop--) {
            var before =
                    IpAddress.parse(withoutPort(forwardedFor.get(hop).strip())).map(InetAddress::getHostAddress);
            if (before.isEmpty()) {
                break;
            }
            origin = before.get();
        }
        return origin;
    }

    /** Some proxies write the port too, and IPv6 addresses in brackets then. */
    private static String withoutPort(String hop) {
        return hop.replaceFirst("^\\[(.+)](:\\d+)?$", "$1").replaceFirst("^([0-9.]+):\\d+$", "$1");
    }

    /** Whether this is the address of a proxy of ours. */
    public boolean isTrusted(String address) {
        return IpAddress.parse(address)
                .filter(parsed -> blocks.stream().anyMatch(block -> block.contains(parsed)))
                .isPresent();
    }
}
