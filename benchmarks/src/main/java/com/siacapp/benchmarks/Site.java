package com.siacapp.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server on this machine, and requests to it as they are written. */
record Site(int port) {

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    Connection connect() throws IOException {
        return new Connection(port);
    }

    byte[] get(String path, String... headers) {
        return bytes("GET", path, List.of(headers), "");
    }

    byte[] postForm(String path, Map<String, String> form, String... headers) {
        return post(path, "application/x-www-form-urlencoded", encoded(form), headers);
    }

    byte[] postJson(String path, String json, String... headers) {
        return post(path, "application/json", json, headers);
    }

    private byte[] post(String path, String type, String body, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + type);
        all.add("Content-Length: " + body.getBytes(UTF_8).length);
        return bytes("POST", path, all, body);
    }

    private byte[] bytes(String method, String path, List<String> headers, String body) {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        return head.append("\r\n").append(body).toString().getBytes(UTF_8);
    }

    static String encoded(Map<String, String> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> URLEncoder.encode(pair.getKey(), UTF_8) + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String basic(String id, String secret) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }
}
