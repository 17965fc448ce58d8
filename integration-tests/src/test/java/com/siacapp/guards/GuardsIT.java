package com.siacapp.guards;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OlderClient;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.RawPost;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the MCP endpoint does with who asks too much, and with who was led here from elsewhere. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class GuardsIT {

    private static final String TOOL = "siac_get_system_info";
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    @Test
    void a_person_has_so_many_requests_at_once_and_others_have_theirs() {
        Settings.with("SIAC_MCP_REQUESTS_AT_ONCE", "2", () -> {
            var author = Mcp.as(Person.AUTHOR);
            try (var slow = slow(author);
                    var slower = slow(author)) {
                var refused = author.ping();
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).isEqualTo("1");
                assertThat(Mcp.as(Person.VIEWER).ping().status()).isEqualTo(200);
                slow.finish();
                assertThat(slow.readTo("tools")).contains(" 200 ");
                slower.finish();
                assertThat(slower.readTo("tools")).contains(" 200 ");
            }
        });
    }

    private static RawPost slow(Mcp client) {
        return RawPost.unfinished(client, Mcp.message("tools/list", Map.of()));
    }

    @Test
    void who_calls_a_tool_too_often_gets_429_and_the_time_to_wait() {
        Settings.with("SIAC_MCP_CALLS_PER_TOOL", "2/PT1M", () -> {
            var mcp = Mcp.as(Person.AUTHOR);
            assertThat(mcp.call(TOOL, Map.of()).status()).isEqualTo(200);
            assertThat(mcp.call(TOOL, Map.of()).status()).isEqualTo(200);
            var refused = mcp.call(TOOL, Map.of());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
            assertThat(refused.json().at("/id").isIntegralNumber()).isTrue();
            assertThat(refused.json().at("/error/code").asInt()).isEqualTo(429);
            assertThat(mcp.call("siac_get_user_info", Map.of()).status()).isEqualTo(200);
        });
    }

    @Test
    void streams_and_ends_of_sessions_are_limited_too() {
        var client = OlderClient.as(Person.AUTHOR);
        Settings.with("SIAC_MCP_REQUESTS_PER_USER", "1/PT1M", () -> {
            client.request("ping", Map.of());
            for (var method : List.of("GET", "DELETE")) {
                var refused = Http.send(
                        "/mcp",
                        method,
                        BodyPublishers.noBody(),
                        request -> request.header("Accept", "text/event-stream")
                                .header("Authorization", "Bearer " + client.token())
                                .header("Mcp-Session-Id", client.session()));
                assertThat(refused.status()).as(method).isEqualTo(429);
                assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            }
        });
        assertThat(client.request("ping", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void what_is_not_even_json_is_limited_too() {
        var mcp = Mcp.as(Person.AUTHOR);
        Settings.with("SIAC_MCP_REQUESTS_PER_USER", "1/PT1M", () -> {
            mcp.sendNonsense("{");
            var refused = mcp.sendNonsense("{");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        });
        assertThat(mcp.sendNonsense("{").status()).isEqualTo(400);
    }

    @Test
    void who_has_too_many_streams_open_is_told_when_to_try_again() {
        Settings.with("SIAC_MCP_STREAMS_PER_USER", "0", () -> {
            var refused =
                    Mcp.as(Person.AUTHOR).modern().request("subscriptions/listen", Map.of("notifications", Map.of()));
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After")).isEqualTo("15");
        });
    }

    @Test
    void an_answer_too_long_is_not_sent() {
        Settings.with("SIAC_MCP_LARGEST_ANSWER", "8192", () -> {
            var answer = Mcp.as(Person.AUTHOR).request("tools/list", Map.of());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(-32603);
            assertThat(answer.json().toString().length()).isLessThan(8192);
        });
    }

    @TestFactory
    Stream<DynamicTest> the_endpoint_answers_at_its_own_host_only() {
        var port = TestServer.address().getPort();
        return Stream.of(
                host("localhost:" + port, 200),
                host("127.0.0.1:" + port, 200),
                host("[::1]:" + port, 200),
                host("evil.example.com", 404),
                host("evil.example.com:" + port, 404),
                host("localhost.evil.example", 404));
    }

    @TestFactory
    Stream<DynamicTest> without_a_token_too() {
        return Stream.of(
                DynamicTest.dynamicTest(
                        "own", () -> assertThat(statusFor("localhost", "")).isEqualTo(401)),
                DynamicTest.dynamicTest(
                        "foreign",
                        () -> assertThat(statusFor("evil.example", "")).isEqualTo(404)));
    }

    @TestFactory
    Stream<DynamicTest> bodies_made_to_cost_are_refused_or_answered_and_never_a_fault() {
        var members =
                IntStream.range(0, 50_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
        return Stream.of(
                body("nested arrays", "[".repeat(100_000), 400),
                body("nested objects", "{\"a\":".repeat(50_000), 400),
                body("nested in params", call("[".repeat(100) + "]".repeat(100)), 400),
                body("a long number", call("1" + "0".repeat(2_000)), 400),
                body("a number beyond all", call("1e999999999"), 200),
                body("a number near nothing", call("1e-999999999"), 200),
                body("many members", call("{" + members + "}"), 400),
                body("a long name", call("{\"" + "n".repeat(60_000) + "\":1}"), 400),
                body("a long text", call("\"" + "x".repeat(900_000) + "\""), 200),
                body("half a surrogate", call("\"\\ud800\""), 200),
                body("no unicode", "\u00ff\u00fe{", 400),
                body("a megabyte more", " ".repeat(1_100_000), 413));
    }

    private static DynamicTest host(String host, int status) {
        return DynamicTest.dynamicTest(
                host + " is " + status,
                () -> assertThat(statusFor(
                                host,
                                "Authorization: Bearer " + Mcp.as(Person.AUTHOR).token() + "\r\n"))
                        .isEqualTo(status));
    }

    private static int statusFor(String host, String authorization) {
        var answer = Http.raw("POST /mcp HTTP/1.1\r\nHost: " + host + "\r\n" + authorization
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + PING.length() + "\r\n\r\n"
                + PING);
        assertThat(answer).contains("application/json");
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** With its length and without, in chunks. */
    private static DynamicTest body(String name, String body, int status) {
        return DynamicTest.dynamicTest(name, () -> {
            var mcp = Mcp.as(Person.AUTHOR);
            var answer = mcp.sendNonsense(body);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.json().at("/error/code").asInt()).isNotEqualTo(-32603);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var chunked = Http.send(
                    "/mcp",
                    "POST",
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                    request -> request.header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + mcp.token()));
            assertThat(chunked.status()).isEqualTo(status);
        });
    }

    private static String call(String argument) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":{\"x\":%s}}}"
                .formatted(TOOL, argument);
    }
}
