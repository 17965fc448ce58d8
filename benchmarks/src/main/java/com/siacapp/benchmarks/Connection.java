package com.siacapp.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;

/**
 * One connection that stays open, with one request at a time on it. It knows no more of HTTP/1.1 than our answers need,
 * because the driver shares the machine with what it measures.
 */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int FIRST_BUFFER = 32 * 1024;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final int HEXADECIMAL = 16;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int position;
    private int end;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    Reply send(byte[] request) throws IOException {
        out.write(request);
        position = 0;
        end = 0;
        var head = head();
        var status = Integer.parseInt(head.substring(9, 12));
        return new Reply(status, head, new String(body(head, status), UTF_8));
    }

    private String head() throws IOException {
        var searched = 0;
        while (true) {
            for (var i = searched; i + END_OF_HEAD.length <= end; i++) {
                if (Arrays.equals(buffer, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                    position = i + END_OF_HEAD.length;
                    return new String(buffer, 0, i, ISO_8859_1);
                }
            }
            searched = Math.max(0, end - END_OF_HEAD.length + 1);
            fill();
        }
    }

    private byte[] body(String head, int status) throws IOException {
        if (status == 204 || status == 304) {
            return new byte[0];
        }
        var lower = head.toLowerCase(Locale.ROOT);
        var length = lower.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            var value = lower.substring(length + "\r\ncontent-length:".length())
                    .lines()
                    .findFirst();
            return take(Integer.parseInt(value.orElseThrow().strip()));
        }
        if (lower.contains("\r\ntransfer-encoding: chunked")) {
            return chunks();
        }
        throw new IOException("An answer without a length: " + head);
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        while (true) {
            var length = Integer.parseInt(line(), HEXADECIMAL);
            if (length > 0) {
                whole.write(take(length));
            }
            line();
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        var start = position;
        while (true) {
            for (; position + 1 < end; position++) {
                if (buffer[position] == '\r' && buffer[position + 1] == '\n') {
                    var line = new String(buffer, start, position - start, ISO_8859_1);
                    position += 2;
                    return line;
                }
            }
            fill();
        }
    }

    private byte[] take(int length) throws IOException {
        while (end - position < length) {
            fill();
        }
        position += length;
        return Arrays.copyOfRange(buffer, position - length, position);
    }

    private void fill() throws IOException {
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        var read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("The server closed the connection");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
