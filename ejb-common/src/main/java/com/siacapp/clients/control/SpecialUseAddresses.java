package com.siacapp.clients.control;

import com.siacapp.installation.entity.AddressBlock;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are not the public internet: our own network, this machine, a cloud's metadata service (RFC 6890 and
 * the IANA special-purpose registries). Of IPv6 only global unicast is public; an address that stands for an IPv4 one is
 * judged as that one, or refused.
 */
final class SpecialUseAddresses {

    private static final List<AddressBlock> IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final AddressBlock IPV6_GLOBAL_UNICAST = AddressBlock.parse("2000::/3");

    /** Inside global unicast: protocol assignments with Teredo, documentation, 6to4. */
    private static final List<AddressBlock> IPV6 = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** RFC 6052: the last four bytes are the IPv4 address a translator connects to. */
    private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96");

    private SpecialUseAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return IPV4.stream().anyMatch(block -> block.contains(address));
        }
        if (NAT64.contains(address)) {
            return contain(ipv4In(address));
        }
        return !IPV6_GLOBAL_UNICAST.contains(address) || IPV6.stream().anyMatch(block -> block.contains(address));
    }

    private static InetAddress ipv4In(InetAddress nat64) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(nat64.getAddress(), 12, 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
        }
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Arrays.stream(texts).map(AddressBlock::parse).toList();
    }
}
