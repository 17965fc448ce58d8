package com.siacapp.limits.entity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The network one household or company has: an IPv4 address, or the first 64 bits of an IPv6 address, because whoever
 * has one of those has them all.
 */
public record Network(String value) {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*");
    private static final int PREFIX_BYTES = 8;

    /** The network of this address; what is no address is taken as it is. */
    public static Network of(String address) {
        var literal = address.replaceFirst("%.*", "");
        if (!LITERAL.matcher(literal).matches()) {
            return new Network(address); // never asks a name server
        }
        try {
            var parsed = InetAddress.getByName(literal);
            return new Network(
                    parsed instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES)) + "/64"
                            : parsed.getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return new Network(address);
        }
    }
}
