package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyEraTest {

    private final Conversation conversation = Conversation.of(People.vera());

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18",
        "2025-11-25, 2025-11-25",
        "2026-07-28, 2025-11-25",
        "1999-01-01, 2025-11-25"
    })
    void initialize_agrees_on_the_version_asked_for_or_on_our_newest(String asked, String agreed) {
        var answer = conversation.legacy("initialize", """
                {"protocolVersion": "%s", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}}""".formatted(asked));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/result/protocolVersion").asText()).isEqualTo(agreed);
        assertThat(answer.at("/result/serverInfo/name").asText()).isEqualTo("siac-assistant");
        assertThat(answer.at("/result/instructions").asText()).isNotBlank();
    }

    @Test
    void initialize_promises_what_is_there_and_nothing_more() {
        var answer = conversation.legacy("initialize", "{\"protocolVersion\": \"2025-11-25\"}");
        assertThat(answer.at("/result/capabilities").toString())
                .isEqualTo("{\"prompts\":{},\"resources\":{},\"tools\":{},\"completions\":{}}");
    }

    @Test
    void initialize_needs_a_version() {
        assertThat(conversation.legacy("initialize", "{}").errorCode()).isEqualTo(-32602);
    }

    @Test
    void results_hold_nothing_of_the_newer_protocol() {
        var result = conversation.legacy("tools/list", "{}").at("/result");
        assertThat(result.fieldNames()).toIterable().containsExactly("tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void every_older_version_may_be_named_in_the_header(String version) {
        assertThat(conversation
                        .version(version)
                        .legacy("ping", "{}")
                        .at("/result")
                        .toString())
                .isEqualTo("{}");
    }

    @Test
    void an_unknown_version_in_the_header_is_400() {
        var answer = conversation.version("1999-01-01").legacy("tools/list", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32022);
        assertThat(answer.at("/error/data/supported/0").asText()).isEqualTo("2024-11-05");
    }

    @Test
    void an_unknown_version_is_400_for_notifications_too() {
        var answer = conversation
                .version("1999-01-01")
                .send("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void an_unknown_method_is_an_answer_and_not_a_404_which_would_end_a_session() {
        var answer = conversation.legacy("nonsense", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.errorCode()).isEqualTo(-32601);
    }

    @Test
    void discovery_belongs_to_the_newer_protocol() {
        assertThat(conversation.legacy("server/discover", "{}").errorCode()).isEqualTo(-32601);
    }

    @Test
    void an_unknown_resource_has_the_code_of_its_time() {
        assertThat(conversation
                        .legacy("resources/read", "{\"uri\": \"siac://none\"}")
                        .errorCode())
                .isEqualTo(-32002);
    }
}
