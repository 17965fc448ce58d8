package com.siacapp.subscriptions.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.Listened;
import com.siacapp.People;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.resources.entity.Resource;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.users.entity.Role;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** MCP 2026-07-28, basic/patterns/subscriptions. */
class SubscriptionsListenTest {

    private static final Signal TOOLS = Signal.toolsChanged(Audience.EVERYBODY);
    private static final Signal PROMPTS = Signal.promptsChanged(Audience.EVERYBODY);

    private static final String KNOWS_TASKS = "{\"extensions\": {\"io.modelcontextprotocol/tasks\": {}}}";

    private final Caller ana = People.ana(Scope.TEMPLATES_WRITE);
    private final Conversation conversation = Conversation.of(ana, new Shelf());

    @Test
    void the_first_message_says_what_of_the_filter_is_honoured() {
        var listened = conversation.listen("""
                {"toolsListChanged": true, "promptsListChanged": false, "moonPhaseChanged": true,
                 "resourceSubscriptions": ["test://open", "test://of-authors", "test://of-approvers", "test://nowhere"]}""");
        conversation.engine().happens(TOOLS);
        assertThat(listened.first("/method")).isEqualTo("notifications/subscriptions/acknowledged");
        assertThat(listened.json().get(0).at("/params/notifications")).hasToString("""
                {"toolsListChanged":true,"resourceSubscriptions":["test://of-authors","test://open"]}""");
    }

    @Test
    void a_viewer_is_promised_no_news_of_what_a_viewer_may_not_see() {
        var vera = Conversation.of(People.vera(), new Shelf())
                .listen("{\"resourceSubscriptions\": [\"test://of-authors\"]}");
        assertThat(vera.json().get(0).at("/params/notifications")).hasToString("{\"resourceSubscriptions\":[]}");
    }

    /** Tasks, task status notifications: what a task is at, beginning with now, so that nothing falls in between. */
    @Test
    void a_client_hears_what_its_tasks_are_at() {
        var listened = conversation.capabilities(KNOWS_TASKS).listen("{\"taskIds\": [\"over\", \"unknown\"]}");
        assertThat(listened.json().get(0).at("/params/notifications")).hasToString("{\"taskIds\":[\"over\"]}");
        conversation.engine().happens();
        assertThat(listened.methods())
                .containsExactly("notifications/subscriptions/acknowledged", "notifications/tasks");
        assertThat(listened.json().get(1).at("/params/status").asText()).isEqualTo("completed");
        conversation
                .engine()
                .happens(Signal.taskChanged(ana.user(), "over"), Signal.taskChanged(ana.user(), "unknown"));
        assertThat(listened.methods()).hasSize(3);
    }

    @Test
    void nobody_hears_of_the_tasks_of_another() {
        var vera = Conversation.of(People.vera(), new Shelf()).capabilities(KNOWS_TASKS);
        var listened = vera.listen("{\"taskIds\": [\"over\"]}");
        assertThat(listened.json().get(0).at("/params/notifications")).hasToString("{\"taskIds\":[]}");
    }

    @Test
    void a_client_that_does_not_know_tasks_cannot_listen_to_them() {
        assertThatThrownBy(() -> conversation.listen("{\"taskIds\": []}"))
                .hasMessageContaining("-32021")
                .hasMessageContaining("io.modelcontextprotocol/tasks");
    }

    @Test
    void everything_on_the_stream_names_the_request_that_opened_it() {
        var listened =
                conversation.listen("{\"toolsListChanged\": true, \"resourceSubscriptions\": [\"test://open\"]}");
        conversation.engine().happens(TOOLS, Signal.resourceUpdated(Audience.EVERYBODY, "test://open"));
        conversation.engine().endsAllStreams();
        assertThat(listened.methods())
                .containsExactly(
                        "notifications/subscriptions/acknowledged",
                        "notifications/tools/list_changed",
                        "notifications/resources/updated",
                        "");
        assertThat(listened.json())
                .allSatisfy(message -> assertThat(Stream.of("params", "result")
                                .map(part -> message.path(part)
                                        .path("_meta")
                                        .path("io.modelcontextprotocol/subscriptionId")
                                        .asText())
                                .toList())
                        .containsAnyOf(Conversation.LISTEN_ID));
    }

    @Test
    void what_could_not_be_told_is_told_again() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().databaseFailsOnce();
        assertThatThrownBy(() -> conversation.engine().happens(Signal.toolsChanged(Audience.user(ana.user()))))
                .hasMessage("the database is away");
        conversation.engine().happens();
        assertThat(listened.methods()).contains("notifications/tools/list_changed");
    }

    /** Who may not read it hears nothing of it either. */
    @Test
    void a_resource_the_token_was_not_granted_is_not_listened_to() {
        var ungranted = Conversation.of(People.ana(), new Shelf());
        var filter = "{\"resourceSubscriptions\": [\"test://of-authors\"]}";
        assertThat(conversation.listen(filter).json().get(0).at("/params/notifications/resourceSubscriptions"))
                .hasSize(1);
        assertThat(ungranted.listen(filter).json().get(0).at("/params/notifications/resourceSubscriptions"))
                .isEmpty();
    }

    @Test
    void what_was_not_asked_for_is_not_sent() {
        var listened = conversation.listen("{\"promptsListChanged\": true}");
        conversation.engine().happens(TOOLS, Signal.resourceUpdated(Audience.EVERYBODY, "test://open"), PROMPTS);
        assertThat(listened.methods())
                .containsExactly("notifications/subscriptions/acknowledged", "notifications/prompts/list_changed");
    }

    @Test
    void what_happens_many_times_within_a_moment_is_told_once() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().happens(TOOLS, Signal.toolsChanged(Audience.tenant(ana.tenant())), TOOLS);
        assertThat(listened.methods())
                .containsExactly("notifications/subscriptions/acknowledged", "notifications/tools/list_changed");
    }

    @TestFactory
    Stream<DynamicTest> what_concerns_somebody_else_is_not_heard() {
        return Stream.of(
                        Audience.tenant(UUID.randomUUID()),
                        Audience.user(UUID.randomUUID()),
                        Audience.client("another"),
                        Audience.grant(UUID.randomUUID()))
                .map(other -> DynamicTest.dynamicTest(other.type().name(), () -> {
                    var here = Conversation.of(ana, new Shelf());
                    var listened =
                            here.listen("{\"toolsListChanged\": true, \"resourceSubscriptions\": [\"test://open\"]}");
                    here.engine().happens(Signal.toolsChanged(other), Signal.resourceUpdated(other, "test://open"));
                    assertThat(listened.methods()).hasSize(1);
                }));
    }

    @Test
    void who_may_no_longer_see_a_resource_hears_no_more_of_it() {
        var listened = conversation.listen("{\"resourceSubscriptions\": [\"test://of-authors\"]}");
        conversation.engine().happens(Signal.resourceUpdated(Audience.EVERYBODY, "test://of-authors"));
        conversation.engine().hasNow(Role.VIEWER);
        conversation.engine().happens(Signal.toolsChanged(Audience.user(ana.user())));
        conversation.engine().happens(Signal.resourceUpdated(Audience.EVERYBODY, "test://of-authors"));
        assertThat(listened.methods())
                .containsExactly("notifications/subscriptions/acknowledged", "notifications/resources/updated");
    }

    @Test
    void another_role_is_noticed_within_a_keep_alive_even_if_no_signal_says_so() {
        var listened = conversation.listen("{\"toolsListChanged\": true, \"resourcesListChanged\": true}");
        conversation.engine().hasNow(Role.VIEWER);
        conversation.engine().later(Duration.ofSeconds(16));
        assertThat(listened.methods())
                .containsExactly(
                        "notifications/subscriptions/acknowledged",
                        "notifications/tools/list_changed",
                        "notifications/resources/list_changed");
    }

    @Test
    void the_end_of_the_grant_ends_the_stream_with_the_requests_result() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().grantEnds();
        conversation.engine().happens(Signal.grantEnded(Audience.user(ana.user())));
        assertEnded(listened);
    }

    @Test
    void the_end_of_a_grant_is_noticed_within_a_keep_alive_even_if_no_signal_says_so() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().grantEnds();
        conversation.engine().later(Duration.ofSeconds(16));
        assertEnded(listened);
    }

    @Test
    void a_signal_of_an_end_is_a_hint_and_the_database_decides() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().happens(Signal.grantEnded(Audience.user(ana.user())));
        assertThat(listened.isOver()).isFalse();
    }

    @Test
    void the_end_of_the_token_ends_the_stream() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().later(Duration.ofMinutes(9));
        assertThat(listened.isOver()).isFalse();
        conversation.engine().later(Duration.ofMinutes(1));
        assertEnded(listened);
    }

    @Test
    void after_a_gap_in_the_signals_a_client_is_told_to_look_at_everything_it_asked_for() {
        var listened =
                conversation.listen("{\"promptsListChanged\": true, \"resourceSubscriptions\": [\"test://open\"]}");
        conversation.engine().happens(Signal.MISSED);
        assertThat(listened.methods())
                .containsExactly(
                        "notifications/subscriptions/acknowledged",
                        "notifications/prompts/list_changed",
                        "notifications/resources/updated");
    }

    @Test
    void silence_is_broken_by_a_comment_and_only_silence() {
        var listened = conversation.listen("{\"toolsListChanged\": true}");
        conversation.engine().later(Duration.ofSeconds(10));
        assertThat(listened.comments()).isZero();
        conversation.engine().happens(TOOLS);
        conversation.engine().later(Duration.ofSeconds(10));
        assertThat(listened.comments()).isZero();
        conversation.engine().later(Duration.ofSeconds(5));
        assertThat(listened.comments()).isEqualTo(1);
    }

    @Test
    void a_person_has_so_many_streams_and_gets_another_when_one_is_over() {
        var first = conversation.listen("{}");
        conversation.listen("{}");
        var refused = conversation.modern("subscriptions/listen", "{\"notifications\": {}}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo(429);
        assertThat(refused.at("/error/data/retryAfterSeconds").asInt()).isEqualTo(15);
        first.leave();
        assertThat(conversation.listen("{}").methods()).hasSize(1);
    }

    @Test
    void a_node_has_so_many_streams() {
        conversation.engine().allows(5, 1);
        conversation.listen("{}");
        assertThat(conversation
                        .modern("subscriptions/listen", "{\"notifications\": {}}")
                        .status())
                .isEqualTo(429);
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_filter_is_refused() {
        return Stream.of(
                        "{}",
                        "{\"notifications\": null}",
                        "{\"notifications\": []}",
                        "{\"notifications\": {\"toolsListChanged\": \"yes\"}}",
                        "{\"notifications\": {\"promptsListChanged\": null}}",
                        "{\"notifications\": {\"resourceSubscriptions\": \"test://open\"}}",
                        "{\"notifications\": {\"resourceSubscriptions\": [5]}}",
                        "{\"notifications\": {\"resourceSubscriptions\": [\"%s\"]}}".formatted("x".repeat(3000)),
                        "{\"notifications\": {\"resourceSubscriptions\": [%s\"x\"]}}".formatted("\"x\",".repeat(100)))
                .map(params -> DynamicTest.dynamicTest(
                        params.substring(0, Math.min(60, params.length())),
                        () -> assertThat(conversation
                                        .modern("subscriptions/listen", params)
                                        .errorCode())
                                .isEqualTo(-32602)));
    }

    @Test
    void a_client_that_takes_no_stream_and_an_older_one_are_told_so() {
        assertThat(conversation
                        .modern("subscriptions/listen", "{\"notifications\": {}}")
                        .errorCode())
                .isEqualTo(-32600);
        assertThat(conversation
                        .version("2025-11-25")
                        .legacy("subscriptions/listen", "{\"notifications\": {}}")
                        .errorCode())
                .isEqualTo(-32601);
    }

    @Test
    void what_can_be_listened_for_is_promised_to_newer_clients_only() {
        var promised = conversation.modern("server/discover", "{}").at("/result/capabilities");
        assertThat(promised.at("/tools/listChanged").asBoolean()).isTrue();
        assertThat(promised.at("/prompts/listChanged").asBoolean()).isTrue();
        assertThat(promised.at("/resources/listChanged").asBoolean()).isTrue();
        assertThat(promised.at("/resources/subscribe").asBoolean()).isTrue();
        var older = conversation
                .version(null)
                .legacy("initialize", "{\"protocolVersion\": \"2025-11-25\"}")
                .at("/result/capabilities");
        assertThat(older.findValues("listChanged")).isEmpty();
        assertThat(older.findValues("subscribe")).isEmpty();
    }

    private static void assertEnded(Listened listened) {
        assertThat(listened.isOver()).isTrue();
        var last = listened.json().get(listened.json().size() - 1);
        assertThat(last.path("id").asText()).isEqualTo(Conversation.LISTEN_ID);
        assertThat(last.at("/result/resultType").asText()).isEqualTo("complete");
        assertThat(last.at("/result/_meta").has("io.modelcontextprotocol/serverInfo"))
                .isTrue();
    }

    /** Resources for all and for some. */
    public static class Shelf {

        @Resource(uri = "test://open", name = "open", title = "Open", description = "For all.")
        String open() {
            return "open";
        }

        @Resource(
                uri = "test://of-authors",
                name = "authors",
                title = "Authors",
                description = "For authors.",
                scope = Scope.TEMPLATES_WRITE)
        String ofAuthors() {
            return "authors";
        }

        @Resource(
                uri = "test://of-approvers",
                name = "approvers",
                title = "Approvers",
                description = "For approvers.",
                scope = Scope.CAMPAIGNS_APPROVE)
        String ofApprovers() {
            return "approvers";
        }
    }
}
