package com.siacapp.limits.entity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The network one household or company has: an IPv4 address, or the first 64 bits of an IPv6 address, because whoever
 * has one of those has them all.
 */
public record Network(String value) {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*");
    private static final int PREFIX_BYTES = 8;
    private static final int SITE_BYTES_IPV6 = 6;
    private static final int SITE_BYTES_IPV4 = 3;

    /** The network of this address; what is no address is taken as it is. */
    public static Network of(String address) {
        return parsed(address)
                .map(parsed -> parsed instanceof Inet6Address ? prefix(parsed, PREFIX_BYTES) : parsed.getHostAddress())
                .map(Network::new)
                .orElseGet(() -> new Network(address));
    }

    /** The networks around this address: 256 IPv4 addresses, or the first 48 bits, which one site is given of IPv6. */
    public static Network around(String address) {
        return parsed(address)
                .map(parsed -> prefix(parsed, parsed instanceof Inet6Address ? SITE_BYTES_IPV6 : SITE_BYTES_IPV4))
                .map(Network::new)
                .orElseGet(() -> new Network(address));
    }

    private static String prefix(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * Byte.SIZE;
    }

    private static Optional<InetAddress> parsed(String address) {
        var literal = address.replaceFirst("%.*", "");
        if (!LITERAL.matcher(literal).matches()) {
            return Optional.empty(); // never asks a name server
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
