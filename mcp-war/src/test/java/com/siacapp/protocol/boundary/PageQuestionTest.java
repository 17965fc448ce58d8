package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.RecordedExchange;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Question;
import com.siacapp.signals.entity.Signal;
import com.siacapp.tools.entity.Tool;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MCP 2025-11-25, client/elicitation, URL mode. */
class PageQuestionTest {

    private static final String PAGES = "{\"elicitation\": {\"url\": {}}}";
    private static final String ACCEPTED = "{\"action\": \"accept\"}";
    private static final String DONE =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/elicitation/complete\",\"params\":{\"elicitationId\":\"1\"}}";

    private final Conversation conversation = talking();

    @Test
    void an_older_client_gets_a_name_for_the_page() {
        var call = pay(7);
        assertThat(call.sent().get(0).path("params").toString())
                .isEqualTo("{\"mode\":\"url\",\"message\":\"Your card?\",\"url\":\"https://pay.example/1\","
                        + "\"elicitationId\":\"1\"}");
        conversation.respond(call.asked(), ACCEPTED);
        assertThat(call.answer().orElseThrow().text()).isEqualTo("paid");
    }

    @Test
    void a_newer_client_hears_of_no_end_of_a_page() {
        var newer = Conversation.of(People.ana(), new Shop()).capabilities(PAGES);
        var state = newer.call("pay", "{}").at("/result/requestState").asText();
        var call = newer.begin(8, "tools/call", """
                {"name": "pay", "arguments": {}, "inputResponses": {"card": %s}, "requestState": "%s",
                 "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                           "io.modelcontextprotocol/clientCapabilities": %s}}""".formatted(ACCEPTED, state, PAGES));
        assertThat(call.answer().orElseThrow().text()).isEqualTo("paid");
        assertThat(call.sent()).isEmpty();
    }

    @Test
    void a_page_that_is_done_later_is_told_once_to_the_session_that_was_sent_there_and_to_no_other() {
        var another = conversation.by(People.ana());
        another.initialize("2025-11-25", PAGES);
        var elsewhere = another.get(null);
        var here = conversation.get(null);
        conversation.respond(pay(7).asked(), ACCEPTED);
        conversation.engine().happens(done("1"), done("2"));
        conversation.engine().happens(done("1"));
        assertThat(here.json()).extracting(Object::toString).containsExactly(DONE);
        assertThat(elsewhere.json()).isEmpty();
    }

    @Test
    void a_client_that_cannot_be_waited_for_is_named_the_page_to_go_to_before_it_calls_again() {
        var here = conversation.get(null);
        var refused = conversation.legacy("tools/call", "{\"name\": \"pay\"}");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.errorCode()).isEqualTo(-32042);
        assertThat(refused.at("/error/data").toString())
                .isEqualTo("{\"elicitations\":[{\"mode\":\"url\",\"message\":\"Your card?\","
                        + "\"url\":\"https://pay.example/1\",\"elicitationId\":\"1\"}]}");
        conversation.engine().happens(done("1"));
        assertThat(here.json()).extracting(Object::toString).containsExactly(DONE);
    }

    @Test
    void whoever_waits_too_often_already_is_named_the_page_too() {
        for (var id = 1; id <= 20; id++) {
            assertThat(pay(id).answer()).isEmpty();
        }
        assertThat(pay(21).answer().orElseThrow().errorCode()).isEqualTo(-32042);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"elicitation\": {}}", "{\"elicitation\": {\"form\": {}}}", "{\"roots\": {}}"})
    void a_client_that_knows_no_pages_is_sent_to_none(String capabilities) {
        conversation.initialize("2025-11-25", capabilities);
        assertThat(conversation
                        .legacy("tools/call", "{\"name\": \"pay\"}")
                        .at("/result/isError")
                        .asBoolean())
                .isTrue();
        assertThat(pay(7).sent()).isEmpty();
    }

    @Test
    void a_version_without_pages_is_sent_to_none() {
        conversation.initialize("2025-06-18", PAGES);
        assertThat(pay(7).sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.example/1",
                "http://localhost.pay.example/1",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https:/1",
                "/1",
            })
    void nobody_is_sent_where_others_can_listen(String address) {
        assertThatThrownBy(() -> Question.page("Your card?", URI.create(address), "1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://pay.example/1", "http://localhost:8080/1", "http://127.0.0.1/1", "http://[::1]:8080/1"})
    void https_and_this_computer_are_good_addresses(String address) {
        assertThat(Question.page("Your card?", URI.create(address), "1").isPage())
                .isTrue();
    }

    private static Signal done(String page) {
        return Signal.pageDone(People.ana().user(), page);
    }

    private RecordedExchange pay(int id) {
        return conversation.begin(id, "tools/call", "{\"name\": \"pay\"}");
    }

    private static Conversation talking() {
        var talking = Conversation.of(People.ana(), new Shop());
        talking.initialize("2025-11-25", PAGES);
        return talking;
    }

    /** Sends people to a page. */
    public static class Shop {

        @Tool(name = "pay", title = "Pay", description = "Sends the person to a page.")
        String pay(CallContext context) {
            context.ask("card", Question.page("Your card?", URI.create("https://pay.example/1"), "1"));
            return "paid";
        }
    }
}
