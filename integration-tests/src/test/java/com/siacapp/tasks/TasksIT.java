package com.siacapp.tasks;

import static com.siacapp.testkit.McpReply.accept;
import static com.siacapp.testkit.Person.AUTHOR;
import static com.siacapp.testkit.Person.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.testkit.Database;
import com.siacapp.testkit.Listener;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpOutcome;
import com.siacapp.testkit.OAuthClient;
import com.siacapp.testkit.Settings;
import com.siacapp.testkit.Time;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** MCP extension io.modelcontextprotocol/tasks (SEP-2663): work that goes on after its call was answered. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class TasksIT {

    private final Mcp client =
            knowing(OAuthClient.registered().tokensFor(AUTHOR).access());

    @Test
    void a_task_can_be_asked_for_as_soon_as_its_handle_is_there_and_brings_its_result() {
        var begun = client.call("slow_compute", Map.of("seconds", 1)).result();
        assertThat(begun.path("resultType").asText()).isEqualTo("task");
        assertThat(status(get(begun))).isEqualTo("working");
        var done = waitFor(begun, "completed");
        assertThat(done.at("/result/content/0/text").asText()).isEqualTo("Computed for 1 s");
    }

    /** Tasks, task status notifications. */
    @Test
    void who_listens_hears_what_a_task_is_at_and_what_it_comes_to() {
        var begun = client.call("confirm_delete", Map.of("filename", "l.txt")).result();
        waitFor(begun, "input_required");
        try (var listener = Listener.with(client.token(), "{\"taskIds\": [\"%s\"]}".formatted(taskId(begun)))) {
            assertThat(status(listener.until("notifications/tasks").path("params")))
                    .isEqualTo("input_required");
            update(begun, Map.of("confirm", accept(Map.of("confirm", true)).result()));
            var heard = listener.until("notifications/tasks").path("params");
            while (status(heard).equals("working")) {
                heard = listener.until("notifications/tasks").path("params");
            }
            assertThat(heard.at("/result/content/0/text").asText()).isEqualTo("l.txt deleted");
        }
    }

    @Test
    void nobody_listens_to_the_task_of_somebody_else() {
        var begun = client.call("confirm_delete", Map.of("filename", "o.txt")).result();
        var stranger = OAuthClient.registered().tokensFor(VIEWER).access();
        try (var listener = Listener.opening(stranger, "{\"taskIds\": [\"%s\"]}".formatted(taskId(begun)))) {
            assertThat(listener.until("notifications/subscriptions/acknowledged")
                            .at("/params/notifications/taskIds"))
                    .isEmpty();
        }
    }

    @Test
    void a_task_that_asks_waits_for_its_answers_and_goes_on_with_them() {
        var begun = client.call("confirm_delete", Map.of("filename", "a.txt")).result();
        var asking = waitFor(begun, "input_required");
        assertThat(asking.at("/inputRequests/confirm/method").asText()).isEqualTo("elicitation/create");
        update(begun, Map.of("confirm", accept(Map.of("confirm", true)).result()));
        assertThat(waitFor(begun, "completed").at("/result/content/0/text").asText())
                .isEqualTo("a.txt deleted");
    }

    @Test
    void an_answer_that_does_not_fit_is_asked_for_again_under_another_key() {
        var begun = client.call("confirm_delete", Map.of("filename", "b.txt")).result();
        waitFor(begun, "input_required");
        update(begun, Map.of("confirm", accept(Map.of("confirm", "perhaps")).result()));
        var again = waitFor(begun, "input_required");
        assertThat(again.path("inputRequests").has("confirm")).isFalse();
        update(begun, Map.of("confirm.2", accept(Map.of("confirm", false)).result()));
        assertThat(waitFor(begun, "completed").at("/result/content/0/text").asText())
                .isEqualTo("b.txt kept");
    }

    @Test
    void what_was_answered_before_a_call_became_a_task_is_known_to_the_task() {
        var begun = client.answering("user_name", accept(Map.of("name", "Ana")))
                .call("test_tool_with_task")
                .result();
        assertThat(waitFor(begun, "completed").at("/result/content/0/text").asText())
                .isEqualTo("Worked for Ana");
    }

    @Test
    void a_fault_ends_a_task_without_telling_its_text() {
        var begun = client.call("protocol_error_job").result();
        var failed = waitFor(begun, "failed");
        assertThat(failed.at("/error/code").asInt()).isEqualTo(-32603);
        assertThat(failed.toString()).contains("log id").doesNotContain("secret");
    }

    @Test
    void a_result_that_no_answer_could_carry_is_replaced_by_one_that_says_so() {
        Settings.with("SIAC_MCP_LARGEST_ANSWER", "8192", () -> {
            var begun = client.call("confirm_delete", Map.of("filename", "x".repeat(5_000)))
                    .result();
            waitFor(begun, "input_required");
            update(begun, Map.of("confirm", accept(Map.of("confirm", true)).result()));
            var result = waitFor(begun, "completed").path("result");
            assertThat(result.path("isError").asBoolean()).isTrue();
            assertThat(result.at("/content/0/text").asText()).contains("Ask for less");
        });
    }

    @Test
    void a_cancelled_task_stops_and_stays_cancelled() {
        var begun = client.call("slow_compute", Map.of("seconds", 60)).result();
        assertThat(client.request("tasks/cancel", id(begun))
                        .result()
                        .path("resultType")
                        .asText())
                .isEqualTo("complete");
        assertThat(status(get(begun))).isEqualTo("cancelled");
        assertThat(client.request("tasks/cancel", id(begun)).result().isObject())
                .isTrue();
        assertThat(status(get(begun))).isEqualTo("cancelled");
    }

    @Test
    void nobody_else_sees_answers_or_ends_a_task() {
        var begun = client.call("confirm_delete", Map.of("filename", "c.txt")).result();
        waitFor(begun, "input_required");
        var sameCompany = knowing(OAuthClient.registered().tokensFor(VIEWER).access());
        var otherApp = knowing(OAuthClient.registered().tokensFor(AUTHOR).access());
        for (var stranger : new Mcp[] {sameCompany, otherApp}) {
            stranger.request("tasks/get", id(begun)).expectError(-32602);
            stranger.request("tasks/cancel", id(begun)).expectError(-32602);
            stranger.request(
                            "tasks/update",
                            Map.of("taskId", taskId(begun), "inputResponses", Map.of("confirm", Map.of())))
                    .expectError(-32602);
        }
        assertThat(status(get(begun))).isEqualTo("input_required");
    }

    @Test
    void a_task_stops_when_its_app_is_disconnected() {
        var begun = client.call("slow_compute", Map.of("seconds", 60)).result();
        var stored = "task where id = '%s'".formatted(taskId(begun));
        Database.execute("update oauth_grant set revoked_at = now(), revocation_reason = 'BY_USER'"
                + " where id = (select grant_id from " + stored + ")");
        assertThat(eventually(() -> Database.value("select status from " + stored), "CANCELLED"::equals))
                .isEqualTo("CANCELLED");
    }

    @Test
    void a_task_whose_node_is_gone_has_failed_and_is_not_done_again() {
        var begun = client.call("confirm_delete", Map.of("filename", "d.txt")).result();
        waitFor(begun, "input_required");
        Database.execute("update task set status = 'WORKING' where id = '%s'".formatted(taskId(begun)));
        Time.passes(Duration.ofMinutes(2));
        waitFor(begun, "failed");
    }

    @Test
    void a_task_is_forgotten_after_a_day() {
        var begun = client.call("slow_compute", Map.of("seconds", 1)).result();
        waitFor(begun, "completed");
        Database.execute("update task set expires_at = created_at where id = '%s'".formatted(taskId(begun)));
        client.request("tasks/get", id(begun)).expectError(-32602);
    }

    @Test
    void a_person_has_twenty_open_tasks_at_most() {
        for (var i = 0; i < 20; i++) {
            client.call("confirm_delete", Map.of("filename", "many"));
        }
        client.call("confirm_delete", Map.of("filename", "many")).expectError(429);
        Database.execute("update task set status = 'CANCELLED' where status <> 'COMPLETED'");
    }

    private static Mcp knowing(String token) {
        return Mcp.with(token).modern().declaring("elicitation").declaring("io.modelcontextprotocol/tasks");
    }

    private JsonNode get(JsonNode begun) {
        return client.request("tasks/get", id(begun)).result();
    }

    private JsonNode waitFor(JsonNode begun, String status) {
        return eventually(() -> get(begun), task -> status(task).equals(status));
    }

    private McpOutcome update(JsonNode begun, Map<String, JsonNode> answers) {
        return client.request("tasks/update", Map.of("taskId", taskId(begun), "inputResponses", answers));
    }

    private static Map<String, String> id(JsonNode begun) {
        return Map.of("taskId", taskId(begun));
    }

    private static String taskId(JsonNode begun) {
        return begun.path("taskId").asText();
    }

    private static String status(JsonNode task) {
        return task.path("status").asText();
    }

    /** Asks again until it is so, for ten seconds at most. */
    private static <T> T eventually(Supplier<T> ask, Predicate<T> wanted) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var answer = ask.get();
        while (!wanted.test(answer)) {
            assertThat(System.nanoTime()).as(String.valueOf(answer)).isLessThan(end);
            answer = ask.get();
        }
        return answer;
    }
}
