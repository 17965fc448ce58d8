package com.siacapp.clients.control;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The way to other companies' hosts. There is one implementation, and no setting that chooses another: only a class added
 * to the deployment can take its place, as tests do to have such hosts on their own computer.
 */
public interface Internet {

    /**
     * Where to connect for a host. The connection goes to these addresses and no other: the name is not resolved again.
     *
     * @throws UnknownHostException also when any of the addresses is not of the public internet
     */
    List<InetSocketAddress> route(String host, int port) throws UnknownHostException;

    /** Whose certificates are believed. */
    SSLContext trust();
}
