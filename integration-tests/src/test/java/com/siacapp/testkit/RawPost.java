package com.siacapp.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A POST to the MCP endpoint by a client that reads when it likes and leaves as it likes. */
public final class RawPost implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();

    /** @param headers each with a line break at its end */
    public RawPost(String token, String headers, String body) {
        var address = TestServer.address();
        try {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = String.join(
                    "\r\n",
                    "POST /mcp HTTP/1.1",
                    "Host: " + address.getAuthority(),
                    "Authorization: Bearer " + token,
                    "Content-Type: application/json",
                    "Accept: application/json, text/event-stream",
                    "Content-Length: " + bytes.length,
                    headers + "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    /** Reads up to this text; everything that was read so far. */
    public String readTo(String text) {
        try {
            while (!read.toString(StandardCharsets.UTF_8).contains(text)) {
                var next = socket.getInputStream().read();
                if (next < 0) {
                    throw new AssertionError("It ended: " + read.toString(StandardCharsets.UTF_8));
                }
                read.write(next);
            }
            return read.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError("Read so far: " + read.toString(StandardCharsets.UTF_8), broken);
        }
    }

    /** Leaves without a word, as a machine that is gone does when it is asked. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
