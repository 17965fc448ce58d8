package com.siacapp.installation.entity;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.apache.hc.core5.net.InetAddressUtils;

/** Reads addresses as people and proxies write them, and never asks a name server. */
public final class IpAddress {

    private IpAddress() {}

    /** The address, if the text is one; an IPv4 address written as IPv6 is the IPv4 address. */
    public static Optional<InetAddress> parse(String literal) {
        if (!InetAddressUtils.isIPv4(literal)
                && !InetAddressUtils.isIPv6(literal)
                && !InetAddressUtils.isIPv4MappedIPv6(literal)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
