package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRpcTest {

    private final Conversation conversation = Conversation.of(People.vera());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"ping\"",
                "{}",
                "{\"jsonrpc\": \"1.0\", \"id\": 1, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 5}",
                "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": []}"
            })
    void what_is_no_message_is_an_invalid_request(String json) {
        var answer = conversation.send(json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32600);
    }

    @Test
    void a_batch_of_a_version_that_has_none_is_refused_with_a_reason() {
        var answer =
                conversation.version("2025-11-25").send("[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo(-32600);
        assertThat(answer.at("/error/message").asText()).contains("batches");
    }

    @Test
    void an_error_has_the_id_of_its_request_whenever_that_could_be_read() {
        var answer = conversation.send("{\"jsonrpc\": \"2.0\", \"id\": \"x\", \"method\": 5}");
        assertThat(answer.at("/id").asText()).isEqualTo("x");
    }

    @Test
    void an_error_has_no_id_where_none_could_be_read() {
        assertThat(conversation.send("{}").json().has("id")).isFalse();
    }

    @Test
    void an_id_has_256_characters_at_most() {
        var ping = "{\"jsonrpc\": \"2.0\", \"id\": \"%s\", \"method\": \"ping\"}";
        assertThat(conversation.send(ping.formatted("x".repeat(256))).status()).isEqualTo(200);
        var refused = conversation.send(ping.formatted("x".repeat(257)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo(-32600);
    }

    @Test
    void an_id_comes_back_as_it_was() {
        var number = conversation.send("{\"jsonrpc\": \"2.0\", \"id\": 9007199254740993, \"method\": \"ping\"}");
        var string = conversation.send("{\"jsonrpc\": \"2.0\", \"id\": \"9\", \"method\": \"ping\"}");
        assertThat(number.json().get("id").toString()).isEqualTo("9007199254740993");
        assertThat(string.json().get("id").toString()).isEqualTo("\"9\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\", \"params\": {\"requestId\": 1}}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/unheard_of\"}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"result\": {}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"error\": {\"code\": 1, \"message\": \"no\"}}"
            })
    void notifications_and_responses_are_accepted_without_an_answer(String json) {
        var answer = conversation.send(json);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).isEmpty();
    }
}
