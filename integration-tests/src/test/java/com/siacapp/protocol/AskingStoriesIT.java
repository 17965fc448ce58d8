package com.siacapp.protocol;

import static com.siacapp.testkit.McpReply.sampling;
import static com.siacapp.testkit.McpReply.setOut;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpVersion;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.OlderClient;
import com.siacapp.testkit.OtherNode;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.Tokens;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that use tools and people who go to pages, with the real server in both eras. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AskingStoriesIT {

    private static final Map<String, ?> ACCEPTED = Map.of("action", "accept");

    private final Tokens tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);

    @ParameterizedTest
    @EnumSource(names = {"V2025_11_25", "V2026_07_28"})
    void a_model_uses_tools_until_it_answers(McpVersion version) {
        var told = client(version)
                .declaring("sampling.tools")
                .answering("weather.1", sampling("""
                        {"role": "assistant", "model": "m", "stopReason": "toolUse", "content": [
                          {"type": "text", "text": "Let me look."},
                          {"type": "tool_use", "id": "a", "name": "weather", "input": {"city": "Lima"}},
                          {"type": "tool_use", "id": "b", "name": "weather", "input": {"city": 5}}]}"""))
                .answering("weather.2", sampling("""
                        {"role": "assistant", "model": "m", "stopReason": "endTurn",
                         "content": {"type": "text", "text": "In Lima."}}"""))
                .call("test_sampling_with_tools")
                .expectText("In Lima.")
                .expectAsked("sampling/createMessage", "sampling/createMessage");
        var results = told.asked().get(1).at("/params/messages/2/content");
        assertThat(results.findValuesAsText("toolUseId")).containsExactly("a", "b");
        assertThat(results.at("/0/content/0/text").asText()).isEqualTo("20 degrees in Lima");
        assertThat(results.at("/1/isError").asBoolean()).isTrue();
    }

    @Test
    void a_client_that_lacks_a_part_of_it_is_told_which() {
        var lacking = client(McpVersion.V2026_07_28).declaring("sampling");
        var refused = lacking.call("test_sampling_with_tools").expectError(-32021);
        assertThat(refused.json().at("/error/data").toString())
                .isEqualTo("{\"requiredCapabilities\":{\"sampling\":{\"tools\":{}}}}");
        var older = lacking.in(McpVersion.V2025_11_25).call("test_sampling_with_tools");
        assertThat(older.result().path("isError").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"V2025_11_25", "V2026_07_28"})
    void a_person_sets_out_for_a_page(McpVersion version) {
        var told = client(version)
                .declaring("elicitation.url")
                .answering("page", setOut())
                .call("test_page", page("page-1"))
                .expectText("accept");
        var asked = told.asked().get(0).path("params");
        assertThat(asked.path("url").asText()).isEqualTo("https://pages.example/page-1");
        assertThat(asked.has("elicitationId")).isEqualTo(!version.isModern());
    }

    /** 2025-11-25, client/elicitation, completion notifications; 2026-07-28 has none. */
    @Test
    void the_client_that_sent_somebody_to_a_page_hears_when_they_are_done_whoever_says_so() {
        var client = knowingPages();
        var stranger = knowingPages();
        try (var heard = client.listens();
                var heardByStranger = stranger.listens();
                var elsewhere = new OtherNode()) {
            sendTo("page-1", client);
            Mcp.with(tokens.access()).call("test_page_done", page("page-1")).expectText("done");
            expectDone(heard.next(), "page-1");
            sendTo("page-2", client);
            var user = UUID.fromString(String.valueOf(tokens.claims().getSubject()));
            elsewhere.says(Signal.pageDone(user, "page-2"));
            expectDone(heard.next(), "page-2");
            elsewhere.says(Signal.toolsChanged(Audience.user(user)));
            assertThat(heardByStranger.next().path("method").asText()).isEqualTo("notifications/tools/list_changed");
        }
    }

    /** 2025-11-25, client/elicitation, URL elicitation required error. */
    @Test
    void a_client_that_takes_no_stream_is_named_the_page_and_hears_too_when_its_person_is_done() {
        var client = knowingPages();
        try (var heard = client.listens()) {
            var named = client.callsForJson("test_page", page("page-3")).json();
            assertThat(named.at("/error/code").asInt()).isEqualTo(-32042);
            var page = named.at("/error/data/elicitations/0");
            assertThat(page.path("mode").asText()).isEqualTo("url");
            assertThat(page.path("url").asText()).isEqualTo("https://pages.example/page-3");
            Mcp.with(tokens.access()).call("test_page_done", page("page-3")).expectText("done");
            expectDone(heard.next(), page.path("elicitationId").asText());
        }
    }

    private static void sendTo(String page, OlderClient client) {
        try (var call = client.calls("test_page", page(page))) {
            client.responds(call.next().path("id").asText(), ACCEPTED);
            assertThat(call.text()).isEqualTo("accept");
        }
    }

    private static void expectDone(JsonNode heard, String page) {
        assertThat(heard.path("method").asText()).isEqualTo("notifications/elicitation/complete");
        assertThat(heard.at("/params/elicitationId").asText()).isEqualTo(page);
    }

    private static Map<String, String> page(String reference) {
        return Map.of("reference", reference);
    }

    private OlderClient knowingPages() {
        return OlderClient.of(client(McpVersion.V2025_11_25).declaring("elicitation.url"));
    }

    private Mcp client(McpVersion version) {
        return Mcp.with(tokens.access()).in(version);
    }
}
