package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.tools.entity.Tool;
import org.junit.jupiter.api.Test;

/** Tasks, task creation: the server decides, for clients that know tasks. */
class BecomingTaskTest {

    private static final String TASKS = "{\"extensions\": {\"io.modelcontextprotocol/tasks\": {}}}";

    private final Conversation knowing =
            Conversation.of(People.ana(), new Work()).capabilities(TASKS);
    private final Conversation simple = Conversation.of(People.ana(), new Work());

    @Test
    void a_client_that_knows_tasks_gets_a_handle() {
        var answer = knowing.call("work", "{}");
        assertThat(answer.at("/result/resultType").asText()).isEqualTo("task");
        assertThat(answer.at("/result").has("content")).isFalse();
    }

    @Test
    void a_client_that_does_not_waits_for_the_result() {
        assertThat(simple.call("work", "{}")
                        .at("/result/structuredContent/text")
                        .asText())
                .isEqualTo("done");
        assertThat(simple.version("2025-11-25")
                        .legacy("tools/call", "{\"name\": \"work\"}")
                        .at("/result/structuredContent/text")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void work_nobody_can_wait_for_is_refused_to_a_client_that_does_not_with_what_to_declare() {
        var refused = simple.call("work_long", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo(-32021);
        assertThat(refused.at("/error/data/requiredCapabilities").toString()).isEqualTo(TASKS.replace(" ", ""));
        assertThat(knowing.call("work_long", "{}").at("/result/resultType").asText())
                .isEqualTo("task");
    }

    /** Takes its time. */
    public static class Work {

        @Tool(name = "work", title = "Work", description = "Works.")
        Done work(CallContext context) {
            context.continueAsTask();
            return new Done("done");
        }

        @Tool(name = "work_long", title = "Work long", description = "Works too long to wait.")
        Done workLong(CallContext context) {
            context.continueAsTaskOnly();
            return new Done("done");
        }
    }

    /** What the tools answer. */
    public record Done(String text) {}
}
