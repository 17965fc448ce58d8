package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import org.junit.jupiter.api.Test;

/** 2025-03-26, basic: batches, which this version alone has. */
class BatchTest {

    private final Conversation conversation = Conversation.of(People.vera()).version("2025-03-26");

    @Test
    void each_request_of_a_batch_is_answered_in_one_array() {
        var answer = conversation.send("""
                [{"jsonrpc": "2.0", "id": 1, "method": "ping"},
                 {"jsonrpc": "2.0", "method": "notifications/initialized"},
                 {"jsonrpc": "2.0", "id": "two", "method": "no/such"}]""");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).hasSize(2);
        assertThat(answer.at("/0/id").asInt()).isEqualTo(1);
        assertThat(answer.at("/1/id").asText()).isEqualTo("two");
        assertThat(answer.at("/1/error/code").asInt()).isEqualTo(-32601);
    }

    @Test
    void a_client_that_names_no_version_may_send_one() {
        assertThat(Conversation.of(People.vera())
                        .send("[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}]")
                        .json())
                .hasSize(1);
    }

    @Test
    void a_batch_of_notifications_is_accepted_without_a_body() {
        var answer = conversation.send("[{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}]");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).isEmpty();
    }

    @Test
    void what_is_no_message_is_refused_in_its_place_and_the_others_are_answered() {
        var answer = conversation.send("[1, {\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"ping\"}]");
        assertThat(answer.at("/0/error/code").asInt()).isEqualTo(-32600);
        assertThat(answer.at("/1/result").isObject()).isTrue();
    }

    @Test
    void the_handshake_cannot_be_part_of_one() {
        var answer = conversation.send("[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\"}]");
        assertThat(answer.at("/0/error/code").asInt()).isEqualTo(-32600);
    }

    @Test
    void an_empty_one_and_one_of_more_than_fifty_messages_are_refused() {
        assertThat(conversation.send("[]").errorCode()).isEqualTo(-32600);
        assertThat(conversation.send("[" + "1,".repeat(50) + "1]").errorCode()).isEqualTo(-32600);
    }
}
