package com.siacapp.clients.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;

/** The public internet and nothing else: a name that leads anywhere into our own network leads nowhere. */
@ApplicationScoped
public class PublicInternet implements Internet {

    @Override
    public List<InetSocketAddress> route(String host, int port) throws UnknownHostException {
        return checked(resolve(host)).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** One answer of the name service. */
    protected List<InetAddress> resolve(String host) throws UnknownHostException {
        return Arrays.asList(InetAddress.getAllByName(host));
    }

    private static List<InetAddress> checked(List<InetAddress> addresses) throws UnknownHostException {
        if (addresses.stream().anyMatch(SpecialUseAddresses::contain)) {
            throw new UnknownHostException("the host has an address that is not public");
        }
        return addresses;
    }

    @Override
    public SSLContext trust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has TLS", impossible);
        }
    }
}
