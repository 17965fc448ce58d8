package com.siacapp.production;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The first words of a client that speaks an old TLS, byte by byte (RFC 5246 §7.4.1.2): Java's own refuses to.
 *
 * @param version 0x0301 for TLS 1.0 and so on to 0x0303 for TLS 1.2
 */
record ClientHello(int version) {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private static final int[] SUITES = {0xC02B, 0xC02C, 0xC009, 0xC00A, 0xC013, 0xC014, 0x002F};

    /** Whether the server goes on with the handshake, or ends it. */
    boolean isAccepted(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(record());
            var answer = socket.getInputStream().read();
            if (answer != ALERT && answer != HANDSHAKE) {
                throw new AssertionError("neither a handshake nor an alert: " + answer);
            }
            return answer == HANDSHAKE;
        }
    }

    private byte[] record() throws IOException {
        var hello = hello();
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(0x0301);
        out.writeShort(hello.length + 4);
        out.writeInt((1 << 24) | hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private byte[] hello() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0); // No session.
        out.writeShort(SUITES.length * 2);
        for (var suite : SUITES) {
            out.writeShort(suite);
        }
        out.writeShort(0x0100); // No compression.
        out.writeShort(8 + 6 + 8);
        out.writeLong(0x000A_0004_0002_0017L); // Supported groups: secp256r1.
        out.write(new byte[] {0, 0x0B, 0, 2, 1, 0}); // Point formats: uncompressed.
        out.writeLong(0x000D_0004_0002_0403L); // Signature algorithms: ecdsa_secp256r1_sha256.
        return bytes.toByteArray();
    }
}
