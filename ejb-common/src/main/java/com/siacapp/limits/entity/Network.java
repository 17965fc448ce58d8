package com.siacapp.limits.entity;

import com.siacapp.installation.entity.IpAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;

/**
 * The network one household or company has: an IPv4 address, or the first 64 bits of an IPv6 address, because whoever
 * has one of those has them all.
 */
public record Network(String value) {

    private static final int PREFIX_BYTES = 8;
    private static final int SITE_BYTES_IPV6 = 6;
    private static final int SITE_BYTES_IPV4 = 3;

    /** The network of this address; what is no address is taken as it is. */
    public static Network of(String address) {
        return of(
                address,
                parsed -> parsed instanceof Inet6Address ? prefix(parsed, PREFIX_BYTES) : parsed.getHostAddress());
    }

    /** The networks around this address: 256 IPv4 addresses, or the first 48 bits, which one site is given of IPv6. */
    public static Network around(String address) {
        return of(
                address, parsed -> prefix(parsed, parsed instanceof Inet6Address ? SITE_BYTES_IPV6 : SITE_BYTES_IPV4));
    }

    private static Network of(String address, Function<InetAddress, String> shared) {
        return new Network(
                IpAddress.parse(address.replaceFirst("%.*", "")).map(shared).orElse(address));
    }

    private static String prefix(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * Byte.SIZE;
    }
}
