package com.siacapp.protocol.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardHeadersTest {

    private static final String READ = """
            {"jsonrpc": "2.0", "id": 7, "method": "resources/read", "params": {"uri": "siac://año", "_meta":
             {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
              "io.modelcontextprotocol/clientCapabilities": {}}}}""";

    private final Conversation conversation = Conversation.of(People.vera());

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "absent, resources/read, encoded",
                "2025-11-25, resources/read, encoded",
                "2026-07-28, absent, encoded",
                "2026-07-28, Resources/Read, encoded",
                "2026-07-28, tools/call, encoded",
                "2026-07-28, resources/read, absent",
                "2026-07-28, resources/read, siac://other",
                "'2026-07-28, 2026-07-28', resources/read, encoded"
            })
    void a_header_that_is_missing_or_differs_is_400(
            @Nullable String version, @Nullable String method, @Nullable String name) {
        var answer = send(version, method, "encoded".equals(name) ? encoded("siac://año") : name);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32020);
        assertThat(answer.at("/id").asInt()).isEqualTo(7);
    }

    @Test
    void a_name_no_header_can_carry_comes_in_base64() {
        var answer = send("2026-07-28", "resources/read", encoded("siac://año"));
        // The resource is unknown, so the headers were good.
        assertThat(answer.errorCode()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?base64?!!!?=", "=?base64?/w==?=", "=?base64?=", "=?BASE64?c2lhYw==?="})
    void base64_that_is_none_is_a_mismatch(String name) {
        assertThat(send("2026-07-28", "resources/read", name).errorCode()).isEqualTo(-32020);
    }

    @Test
    void headers_mean_nothing_to_older_clients() {
        var answer = conversation
                .version("2025-11-25")
                .methodHeader("something/else")
                .nameHeader("other")
                .legacy("resources/list", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("result")).isTrue();
    }

    private Conversation.Answer send(@Nullable String version, @Nullable String method, @Nullable String name) {
        return conversation
                .version(version)
                .methodHeader(method)
                .nameHeader(name)
                .send(READ);
    }

    private static String encoded(String value) {
        return "=?base64?" + Base64.getEncoder().encodeToString(value.getBytes(UTF_8)) + "?=";
    }
}
