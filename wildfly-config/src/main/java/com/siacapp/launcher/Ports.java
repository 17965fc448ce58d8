package com.siacapp.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The ports the server listens on. */
record Ports(int http, int management) {

    /** Finds out before the server does, and says it in a sentence. */
    void requireFree() {
        requireFree(http, "-Dsiac.port=… (Maven) or --port");
        requireFree(management, "-Dsiac.management.port=… (Maven) or --management-port");
    }

    private static void requireFree(int port, String option) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException busy) {
            throw LaunchException.because("port " + port
                    + " is in use by another program; stop it, or choose another port with " + option + ".");
        }
    }
}
