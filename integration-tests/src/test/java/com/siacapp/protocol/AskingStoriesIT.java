package com.siacapp.protocol;

import static com.siacapp.protocol.AskedClient.LEGACY;
import static com.siacapp.protocol.AskedClient.MODERN;
import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.OAuthClient;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Models that use tools and people who go to pages, with the real server in both eras. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AskingStoriesIT {

    private static final Map<String, ?> TOOLS = Map.of("sampling", Map.of("tools", Map.of()));
    private static final Map<String, ?> PAGES = Map.of("elicitation", Map.of("url", Map.of()));
    private static final Map<String, String> PAGE = Map.of("reference", "page-1");
    private static final String ACCEPTED = "{\"action\": \"accept\"}";

    private final Tokens tokens = OAuthClient.registered().tokensFor(Person.AUTHOR);

    @ParameterizedTest
    @ValueSource(strings = {LEGACY, MODERN})
    void a_model_uses_tools_until_it_answers(String version) {
        var client = client(version, TOOLS);
        var answer = client.call("test_sampling_with_tools", Map.of(), """
                {"role": "assistant", "model": "m", "stopReason": "toolUse", "content": [
                  {"type": "text", "text": "Let me look."},
                  {"type": "tool_use", "id": "a", "name": "weather", "input": {"city": "Lima"}},
                  {"type": "tool_use", "id": "b", "name": "weather", "input": {"city": 5}}]}""", """
                {"role": "assistant", "model": "m", "stopReason": "endTurn",
                 "content": {"type": "text", "text": "In Lima."}}""");
        assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("In Lima.");
        assertThat(client.asked()).hasSize(2);
        var results = client.asked().get(1).at("/messages/2/content");
        assertThat(results.findValuesAsText("toolUseId")).containsExactly("a", "b");
        assertThat(results.at("/0/content/0/text").asText()).isEqualTo("20 degrees in Lima");
        assertThat(results.at("/1/isError").asBoolean()).isTrue();
    }

    @Test
    void a_client_that_lacks_a_part_of_it_is_told_which() {
        var refused = client(MODERN, Map.of("sampling", Map.of())).call("test_sampling_with_tools", Map.of());
        assertThat(refused.at("/error/code").asInt()).isEqualTo(-32021);
        assertThat(refused.at("/error/data").toString())
                .isEqualTo("{\"requiredCapabilities\":{\"sampling\":{\"tools\":{}}}}");
        var older = client(LEGACY, Map.of("sampling", Map.of())).call("test_sampling_with_tools", Map.of());
        assertThat(older.at("/result/isError").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {LEGACY, MODERN})
    void a_person_sets_out_for_a_page(String version) {
        var client = client(version, PAGES);
        var answer = client.call("test_page", PAGE, ACCEPTED);
        assertThat(answer.at("/result/content/0/text").asText()).isEqualTo("accept");
        var asked = client.asked().get(0);
        assertThat(asked.path("url").asText()).isEqualTo("https://pages.example/page-1");
        assertThat(asked.has("elicitationId")).isEqualTo(version.equals(LEGACY));
    }

    /** 2025-11-25, client/elicitation, completion notifications; 2026-07-28 has none. */
    @Test
    void the_client_that_sent_somebody_to_a_page_hears_when_they_are_done_whoever_says_so() {
        var client = client(LEGACY, PAGES);
        var stranger = client(LEGACY, PAGES);
        var heard = client.listens();
        var heardByStranger = stranger.listens();
        client.call("test_page", PAGE, ACCEPTED);
        Mcp.with(tokens.access()).call("test_page_done", PAGE).expectText("done");
        var done = heard.next();
        assertThat(done.path("method").asText()).isEqualTo("notifications/elicitation/complete");
        assertThat(done.at("/params/elicitationId").asText()).isEqualTo("page-1");
        client.call("test_page", Map.of("reference", "page-2"), ACCEPTED);
        var user = UUID.fromString(String.valueOf(tokens.claims().getSubject()));
        try (var elsewhere = new OtherNode()) {
            elsewhere.says(Signal.pageDone(user, "page-2"));
            assertThat(heard.next().at("/params/elicitationId").asText()).isEqualTo("page-2");
            elsewhere.says(Signal.toolsChanged(Audience.user(user)));
        }
        assertThat(heardByStranger.next().path("method").asText()).isEqualTo("notifications/tools/list_changed");
    }

    private AskedClient client(String version, Map<String, ?> capabilities) {
        return new AskedClient(tokens.access(), version, capabilities);
    }
}
