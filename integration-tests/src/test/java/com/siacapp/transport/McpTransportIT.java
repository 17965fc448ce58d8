package com.siacapp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Person;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the MCP endpoint makes of requests, good and hostile (MCP 2025-11-25 and 2026-07-28, Streamable HTTP). */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpTransportIT {

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String META = """
            "_meta":{"io.modelcontextprotocol/protocolVersion":"%s","io.modelcontextprotocol/clientCapabilities":{}}""";

    @TestFactory
    Stream<DynamicTest> bodies_that_are_no_message() {
        return Stream.of(
                body("", 400, -32700),
                body("{", 400, -32700),
                body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} trailing", 400, -32700),
                body("[]", 400, -32600),
                body("[" + PING + "]", 400, -32600),
                body("null", 400, -32600),
                body("\"ping\"", 400, -32600),
                body("{}", 400, -32600),
                body("{\"id\":1,\"method\":\"ping\"}", 400, -32600),
                body("{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", 400, -32600),
                body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", 400, -32600),
                body("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", 400, -32600),
                body("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", 400, -32600),
                body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[]}", 400, -32600),
                body("[".repeat(20_000), 400, -32600),
                body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"id\":2}", 400, -32700),
                body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no/such\"}", 200, -32601),
                body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{}}", 200, -32602),
                body(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/get\",\"params\":{\"name\":\"x\"}}",
                        200,
                        -32602));
    }

    @TestFactory
    Stream<DynamicTest> requests_that_http_already_refuses() {
        return Stream.of(
                http("as text", 415, r -> r.setHeader("Content-Type", "text/plain")),
                http("as a form", 415, r -> r.setHeader("Content-Type", "application/x-www-form-urlencoded")),
                http("for pages only", 406, r -> r.setHeader("Accept", "text/html")),
                http("of a foreign page", 403, r -> r.header("Origin", "https://evil.example")),
                http("of a sandboxed page", 403, r -> r.header("Origin", "null")),
                http("of an unknown version", 400, r -> r.setHeader("MCP-Protocol-Version", "2099-01-01")));
    }

    @Test
    void a_body_of_megabytes_is_refused() {
        var answer = mcp().sendNonsense("{\"jsonrpc\":\"" + "x".repeat(2_000_000) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void the_endpoint_answers_directly_and_only_to_post() {
        assertThat(mcp().ping().status()).isEqualTo(200);
        for (var method : new String[] {"GET", "DELETE", "PUT"}) {
            var answer = Http.send("/mcp", method, BodyPublishers.noBody(), this::authorized);
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).contains("POST");
        }
    }

    @Test
    void a_page_on_this_computer_may_call_in_development() {
        var answer = mcp().send(ping(), request -> request.header("Origin", "http://localhost:6274"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:6274");
    }

    @Test
    void a_page_may_repeat_any_argument_in_a_header_and_send_no_other_headers_of_its_own() {
        var answer = Http.send(
                "/mcp",
                "OPTIONS",
                BodyPublishers.noBody(),
                request -> request.header("Origin", "http://localhost:6274")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization, mcp-param-region, x-other"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Headers"))
                .contains("Authorization", ", mcp-param-region")
                .doesNotContain("x-other");
    }

    @Test
    void notifications_are_accepted_without_an_answer() {
        var answer = mcp().send(Mcp.notification("notifications/initialized", Map.of()));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> versions_are_negotiated() {
        return Stream.of(
                        Map.entry("2024-11-05", "2024-11-05"),
                        Map.entry("2025-03-26", "2025-03-26"),
                        Map.entry("2025-06-18", "2025-06-18"),
                        Map.entry("2025-11-25", "2025-11-25"),
                        Map.entry("2099-01-01", "2025-11-25"))
                .map(asked -> DynamicTest.dynamicTest(asked.getKey() + " gets " + asked.getValue(), () -> {
                    var params = Map.of(
                            "protocolVersion", asked.getKey(),
                            "capabilities", Map.of(),
                            "clientInfo", Map.of("name", "test", "version", "1"));
                    var result = mcp().request("initialize", params).json().path("result");
                    assertThat(result.path("protocolVersion").asText()).isEqualTo(asked.getValue());
                    assertThat(result.at("/serverInfo/name").asText()).isNotEmpty();
                }));
    }

    @Test
    void a_modern_request_needs_no_handshake_and_its_result_says_it_is_complete() {
        var answer = modern("server/discover", "2026-07-28", r -> r);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        var result = answer.json().path("result");
        assertThat(result.path("resultType").asText()).isEqualTo("complete");
        assertThat(result.path("supportedVersions").get(0).asText()).isEqualTo("2026-07-28");
        assertThat(result.has("ttlMs")).isTrue();
        assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/name").asText())
                .isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> modern_requests_that_contradict_themselves() {
        return Stream.of(
                modern("without its version header", 400, -32020, r -> r.setHeader("MCP-Protocol-Version", "")),
                modern(
                        "with an older version header",
                        400,
                        -32020,
                        r -> r.setHeader("MCP-Protocol-Version", "2025-11-25")),
                modern("with another method header", 400, -32020, r -> r.setHeader("Mcp-Method", "tools/list")));
    }

    @Test
    void a_modern_request_of_an_unknown_version_is_told_the_known_ones() {
        var answer = modern("server/discover", "2031-01-01", r -> r);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/code").asInt()).isEqualTo(-32022);
        assertThat(answer.json().at("/error/data/supported/0").asText()).isEqualTo("2026-07-28");
    }

    @Test
    void the_older_handshake_is_unknown_to_modern_requests() {
        for (var method : new String[] {"initialize", "ping", "no/such"}) {
            var answer = modern(method, "2026-07-28", r -> r);
            assertThat(answer.status()).as(method).isEqualTo(404);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(-32601);
            assertThat(answer.json().path("id").asInt()).isEqualTo(7);
        }
    }

    /** Which of the older versions have them: 2025-03-26 alone (basic, batching). */
    @Test
    void a_batch_is_answered_in_one_body_message_by_message() {
        var older = mcp().in(McpVersion.V2025_03_26);
        var call = Mcp.message("tools/call", Map.of("name", "test_audio_content", "arguments", Map.of()));
        var unknown = Mcp.message("tools/call", Map.of("name", "no_such_tool"));
        var batch = JsonNodeFactory.instance
                .arrayNode()
                .add(call)
                .add(Mcp.notification("notifications/initialized", Map.of()))
                .add(unknown)
                .add(Mcp.message("tools/list", Map.of()));
        var answers = older.send(batch).json();
        assertThat(answers).hasSize(3);
        assertThat(answers.at("/0/id")).isEqualTo(call.path("id"));
        assertThat(answers.at("/0/result/content/0/type").asText()).isEqualTo("audio");
        assertThat(answers.at("/1/id")).isEqualTo(unknown.path("id"));
        assertThat(answers.at("/1/error/code").asInt()).isEqualTo(-32602);
        assertThat(answers.at("/2/result/tools")).isNotEmpty();
    }

    @Test
    void a_batch_that_wants_no_answer_gets_none() {
        var batch = JsonNodeFactory.instance.arrayNode().add(Mcp.notification("notifications/initialized", Map.of()));
        assertThat(mcp().in(McpVersion.V2025_03_26).send(batch).status()).isEqualTo(202);
    }

    private String token = "";

    @BeforeAll
    void signIn() {
        token = OAuthClient.registered().tokensFor(Person.AUTHOR).access();
    }

    private static JsonNode ping() {
        return Mcp.message("ping", Map.of());
    }

    private Mcp mcp() {
        return Mcp.with(token);
    }

    private HttpRequest.Builder authorized(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token);
    }

    private Answer modern(String method, String version, UnaryOperator<HttpRequest.Builder> change) {
        var body = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"%s\",\"params\":{%s}}"
                .formatted(method, META.formatted(version));
        return mcp().modern()
                .sendNonsense(
                        body,
                        request -> change.apply(request.setHeader("MCP-Protocol-Version", version)
                                .header("Mcp-Method", method)));
    }

    private DynamicTest modern(String what, int status, int code, UnaryOperator<HttpRequest.Builder> change) {
        return DynamicTest.dynamicTest(what, () -> {
            var answer = Database.unchangedBy(() -> modern("server/discover", "2026-07-28", change));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(code);
        });
    }

    private DynamicTest body(String body, int status, int code) {
        return DynamicTest.dynamicTest("[" + body.substring(0, Math.min(70, body.length())) + "]", () -> {
            var answer = Database.unchangedBy(() -> mcp().sendNonsense(body));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.json().at("/error/code").asInt()).isEqualTo(code);
        });
    }

    private DynamicTest http(String what, int status, UnaryOperator<HttpRequest.Builder> change) {
        return DynamicTest.dynamicTest(what, () -> {
            var answer = Database.unchangedBy(() -> mcp().send(ping(), change));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.json().has("error")).isTrue();
        });
    }
}
