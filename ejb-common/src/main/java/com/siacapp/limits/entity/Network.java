package com.siacapp.limits.entity;

import com.siacapp.installation.entity.IpAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The network one household or company has: an IPv4 address, or the first 64 bits of an IPv6 address, because whoever
 * has one of those has them all.
 */
public record Network(String value) {

    private static final int PREFIX_BYTES = 8;

    /** The network of this address; what is no address is taken as it is. */
    public static Network of(String address) {
        return new Network(IpAddress.parse(address.replaceFirst("%.*", ""))
                .map(Network::shared)
                .orElse(address));
    }

    private static String shared(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
