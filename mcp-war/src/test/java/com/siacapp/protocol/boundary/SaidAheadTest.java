package com.siacapp.protocol.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.RecordedExchange;
import com.siacapp.protocol.entity.ClientLog;
import com.siacapp.protocol.entity.LogLevel;
import com.siacapp.protocol.entity.Progress;
import com.siacapp.tools.entity.Tool;
import org.junit.jupiter.api.Test;

/** What a call says ahead of its answer (MCP 2026-07-28, utilities: progress, logging). */
class SaidAheadTest {

    private final Conversation conversation = Conversation.of(People.ana(), new Work());

    @Test
    void how_far_a_call_is_is_told_to_who_gave_a_token() {
        assertThat(call(", \"progressToken\": \"t\"").sent())
                .extracting(Object::toString)
                .containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\","
                        + "\"params\":{\"progressToken\":\"t\",\"progress\":1,\"total\":2}}");
        assertThat(call(", \"progressToken\": 0").sent()).hasSize(1);
        assertThat(call("").sent()).isEmpty();
        assertThat(call(", \"progressToken\": {}").sent()).isEmpty();
    }

    @Test
    void a_request_that_names_no_level_hears_no_log() {
        assertThat(call("").sent()).isEmpty();
        assertThat(call(", \"io.modelcontextprotocol/logLevel\": \"warning\"").sent())
                .extracting(Object::toString)
                .containsExactly("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\","
                        + "\"params\":{\"level\":\"warning\",\"logger\":\"work\",\"data\":\"loud\"}}");
        assertThat(call(", \"io.modelcontextprotocol/logLevel\": \"debug\"").sent())
                .hasSize(2);
    }

    private RecordedExchange call(String meta) {
        conversation.version("2026-07-28").methodHeader("tools/call").nameHeader("work");
        var call = conversation.begin(7, "tools/call", """
                {"name": "work", "arguments": {}, "_meta": {
                  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                  "io.modelcontextprotocol/clientCapabilities": {}%s}}""".formatted(meta));
        assertThat(call.answer().orElseThrow().text()).isEqualTo("done");
        return call;
    }

    /** Says all there is to say. */
    public static class Work {

        @Tool(name = "work", title = "Work", description = "Works.")
        String work(Progress progress, ClientLog log) {
            progress.report(1, 2);
            progress.report(1, 2);
            log.info("work", "quiet");
            log.log(LogLevel.WARNING, "work", "loud");
            return "done";
        }
    }
}
