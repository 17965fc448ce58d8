package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModernEraTest {

    private final Conversation conversation = Conversation.of(People.vera());

    @Test
    void discovery_tells_versions_capabilities_and_instructions() {
        var answer = conversation.modern("server/discover", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/result/supportedVersions").toString()).isEqualTo("[\"2026-07-28\"]");
        assertThat(answer.at("/result/capabilities").toString()).isEqualTo("""
                        {"prompts":{"listChanged":true},"resources":{"listChanged":true,"subscribe":true},\
                        "tools":{"listChanged":true},"completions":{},"logging":{},\
                        "extensions":{"io.modelcontextprotocol/tasks":{}}}""");
        assertThat(answer.at("/result/instructions").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"server/discover", "tools/list", "resources/list", "resources/templates/list", "prompts/list"})
    void what_can_be_kept_says_for_how_long_and_for_whom(String method) {
        var answer = conversation.modern(method, "{}");
        assertThat(answer.at("/result/ttlMs").asLong()).isPositive();
        assertThat(answer.at("/result/cacheScope").asText()).isEqualTo("private");
    }

    @Test
    void every_result_is_complete_and_names_the_server() {
        var answer = conversation.modern("tools/list", "{}");
        assertThat(answer.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(answer.at("/result/_meta/io.modelcontextprotocol~1serverInfo/name")
                        .asText())
                .isEqualTo("siac-assistant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "initialize",
                "ping",
                "logging/setLevel",
                "resources/subscribe",
                "resources/unsubscribe",
                "nonsense"
            })
    void methods_this_version_does_not_have_are_404(String method) {
        var answer = conversation.modern(method, "{\"protocolVersion\": \"2025-11-25\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo(-32601);
        assertThat(answer.at("/id").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'io.modelcontextprotocol/protocolVersion': 20260728}",
                "{'io.modelcontextprotocol/protocolVersion': '2026-07-28'}",
                "{'io.modelcontextprotocol/protocolVersion': '2026-07-28',"
                        + " 'io.modelcontextprotocol/clientCapabilities': []}",
                "{'io.modelcontextprotocol/protocolVersion': '2026-07-28',"
                        + " 'io.modelcontextprotocol/clientCapabilities': {},"
                        + " 'io.modelcontextprotocol/clientInfo': {'name': 'no version'}}"
            },
            quoteCharacter = '`')
    void a_request_that_does_not_say_what_it_must_is_400(String meta) {
        var answer = sendWithMeta(meta.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32602);
    }

    @Test
    void who_the_client_is_need_not_be_said() {
        var answer = sendWithMeta("""
                {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                 "io.modelcontextprotocol/clientCapabilities": {}}""");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void a_modern_header_over_a_body_without_meta_is_400_and_not_served_as_legacy() {
        var answer = conversation.version("2026-07-28").legacy("tools/list", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2025-11-25", "2027-01-01"})
    void a_version_that_does_not_work_this_way_is_answered_with_those_that_do(String version) {
        conversation.version(version);
        var answer = sendWithMeta("""
                {"io.modelcontextprotocol/protocolVersion": "%s",
                 "io.modelcontextprotocol/clientCapabilities": {}}""".formatted(version));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32022);
        assertThat(answer.at("/error/data/supported").toString()).isEqualTo("[\"2026-07-28\"]");
        assertThat(answer.at("/error/data/requested").asText()).isEqualTo(version);
    }

    @Test
    void an_unknown_resource_is_a_matter_of_its_params() {
        var answer = conversation.modern("resources/read", "{\"uri\": \"siac://none\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.errorCode()).isEqualTo(-32602);
    }

    @Test
    void a_cursor_is_never_ours() {
        assertThat(conversation.modern("tools/list", "{\"cursor\": \"x\"}").errorCode())
                .isEqualTo(-32602);
    }

    private Conversation.Answer sendWithMeta(String meta) {
        return conversation
                .methodHeader("tools/list")
                .version(meta.contains("2026-07-28") ? "2026-07-28" : versionIn(meta))
                .send("""
                        {"jsonrpc": "2.0", "id": 7, "method": "tools/list", "params": {"_meta": %s}}""".formatted(meta));
    }

    private static String versionIn(String meta) {
        return meta.replaceAll("(?s).*protocolVersion\": \"?([0-9-]+).*", "$1");
    }
}
