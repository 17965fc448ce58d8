package com.siacapp.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Events events = new Events(true);
    private final Wire wire;

    private byte[] rest = new byte[0];

    public RawPost(Mcp client, ObjectNode message) {
        this(client, message, false);
    }

    /** The server waits for the end of its body, and says so first. */
    public static RawPost unfinished(Mcp client, ObjectNode message) {
        var post = new RawPost(client, message, true);
        post.readTo("100 Continue");
        return post;
    }

    private RawPost(Mcp client, ObjectNode message, boolean waits) {
        wire = new Wire(client.version().wireName());
        var request = new McpConnection(client, "", wire).post(TestServer.resource(), message);
        var address = TestServer.address();
        try {
            socket.setReceiveBufferSize(4096);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
            var body = message.toString().getBytes(StandardCharsets.UTF_8);
            var head = new StringBuilder("POST /mcp HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n");
            request.headers().map().forEach((name, values) -> head.append(name + ": " + values.get(0) + "\r\n"));
            head.append("Content-Length: " + body.length + "\r\n" + (waits ? "Expect: 100-continue\r\n" : "") + "\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            if (waits) {
                rest = body;
            } else {
                socket.getOutputStream().write(body);
            }
        } catch (IOException unreachable) {
            throw new AssertionError(unreachable);
        }
    }

    /** Sends the body that the server waits for. */
    public void finish() {
        try {
            socket.getOutputStream().write(rest);
        } catch (IOException broken) {
            throw new AssertionError(broken);
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
                hear(next);
            }
            return read.toString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new AssertionError("Read so far: " + read.toString(StandardCharsets.UTF_8), broken);
        }
    }

    /** What HTTP writes around the events is no field of one. */
    private void hear(int next) {
        if (next != '\n') {
            line.write(next);
            return;
        }
        events.line(line.toString(StandardCharsets.UTF_8).stripTrailing())
                .filter(event -> !event.isEmpty())
                .ifPresent(event -> wire.received(Mcp.parsed(event)));
        line.reset();
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
