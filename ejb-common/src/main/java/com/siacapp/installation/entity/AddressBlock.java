package com.siacapp.installation.entity;

import java.net.InetAddress;

/** Addresses that share their first bits (RFC 4632 §3.1). */
public record AddressBlock(InetAddress base, int bits) {

    /**
     * One address, or a block in CIDR notation.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    public static AddressBlock parse(String text) {
        var parts = text.split("/", 2);
        var base = IpAddress.parse(parts[0]).orElseThrow(() -> new IllegalArgumentException("not an address: " + text));
        var longest = base.getAddress().length * Byte.SIZE;
        var bits = parts.length == 2 ? Integer.parseInt(parts[1]) : longest;
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException("not a prefix length: " + text);
        }
        return new AddressBlock(base, bits);
    }

    public boolean contains(InetAddress address) {
        var ours = base.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & (0x80 >> bit % Byte.SIZE)) != 0) {
                return false;
            }
        }
        return true;
    }
}
