package com.siacapp.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.McpOutcome;
import com.siacapp.testkit.Metrics;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.SpanCollector;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of MCP requests: their ids, lines, numbers and spans. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ObservabilityIT {

    private static final String TOOL = "siac_get_system_info";
    private final Mcp author = Mcp.as(Person.AUTHOR);

    @Test
    void a_request_is_one_line_of_the_log_under_the_id_its_client_has() {
        var mcp = Mcp.as(Person.AUTHOR);
        var answers = new McpOutcome[1];
        var log = ServerLog.during(() -> answers[0] = mcp.call(TOOL, Map.of()));
        var id = answers[0].header("X-Request-Id");
        assertThat(id).hasSize(36);
        assertThat(log.lines().filter(line -> line.contains("request=" + id)))
                .singleElement()
                .asString()
                .containsPattern(
                        "method=tools/call tool=%s outcome=ok ms=[0-9.]+ user=\\S+ client=\\S+".formatted(TOOL))
                .doesNotContain(mcp.token());
    }

    @Test
    void a_request_that_http_refuses_has_an_id_and_a_line_too() {
        var answers = new Answer[1];
        var log = ServerLog.during(() -> answers[0] =
                Mcp.as(Person.AUTHOR).sendNonsense("{}", request -> request.setHeader("Content-Type", "text/plain")));
        assertThat(log).contains("request=" + answers[0].header("X-Request-Id") + " method=none outcome=http_415");
        assertThat(Mcp.with("").ping().header("X-Request-Id")).hasSize(36);
    }

    @Test
    void nothing_of_arguments_results_tokens_and_people_is_in_the_log() {
        var log = ServerLog.during(
                () -> author.call("greet", Map.of("name", "s3cr3t")).expectText("Hello, s3cr3t!"));
        assertThat(log)
                .contains("tool=greet outcome=ok")
                .doesNotContain("s3cr3t")
                .doesNotContain(author.token())
                .doesNotContain(Person.AUTHOR.email());
    }

    @Test
    void the_trace_a_message_names_goes_on_in_a_span_that_says_what_was_called_and_not_with_what() {
        var trace = SpanCollector.newTrace();
        var answer = called(trace, "greet", Map.of("name", "s3cr3t"));
        assertThat(answer.json().at("/result/content/0/text").asText()).isEqualTo("Hello, s3cr3t!");
        var span = SpanCollector.await(trace, "tools/call greet");
        assertThat(span.parentSpanId()).isEqualTo(SpanCollector.PARENT);
        assertThat(span.attribute("mcp.method.name")).isEqualTo("tools/call");
        assertThat(span.attribute("gen_ai.tool.name")).isEqualTo("greet");
        assertThat(span.attribute("gen_ai.operation.name")).isEqualTo("execute_tool");
        assertThat(span.attribute("mcp.protocol.version")).isEqualTo("2026-07-28");
        assertThat(span.attribute("jsonrpc.request.id")).isEqualTo("1");
        assertThat(SpanCollector.of(trace).toString())
                .doesNotContain("s3cr3t")
                .doesNotContain(author.token())
                .doesNotContain(Person.AUTHOR.email());
    }

    @Test
    void a_task_is_a_span_below_that_of_its_call() {
        var trace = SpanCollector.newTrace();
        var begun = called(trace, "slow_compute", Map.of("seconds", 1));
        assertThat(begun.json().at("/result/resultType").asText()).isEqualTo("task");
        var call = SpanCollector.await(trace, span -> span.parentSpanId().equals(SpanCollector.PARENT));
        var work = SpanCollector.await(trace, span -> span.parentSpanId().equals(call.spanId()));
        assertThat(work.name()).isEqualTo("tools/call slow_compute");
        assertThat(work.span().getEndTimeUnixNano() - work.span().getStartTimeUnixNano())
                .isGreaterThan(Duration.ofMillis(900).toNanos());
    }

    /** By name and tags, since the server's registry serves nothing else. */
    @Test
    void numbers_of_each_method_and_tool_are_at_the_management_port() {
        var log = ServerLog.during(() -> {
            var before = metric("mcp_server_operation_duration_seconds_count", TOOL, "");
            author.call(TOOL, Map.of());
            author.call(TOOL, Map.of());
            assertThat(metric("mcp_server_operation_duration_seconds_count", TOOL, ""))
                    .isEqualTo(before + 2);
            assertThat(metric("mcp_server_operation_duration_seconds_sum", TOOL, ""))
                    .isPositive();
            assertThat(metric("mcp_server_operation_within_total", TOOL, "le=\"+Inf\""))
                    .isEqualTo(before + 2);
            assertThat(metric("mcp_server_operation_within_total", TOOL, "le=\"10\""))
                    .isEqualTo(before + 2);
        });
        assertThat(log).doesNotContain("WFLYMTREXT").doesNotContain("WFLYMMTREXT");
        assertThat(Metrics.all()).doesNotContain(Person.AUTHOR.email()).doesNotContain("s3cr3t");
    }

    private Answer called(String trace, String tool, Map<String, ?> arguments) {
        var message = Mcp.message("tools/call", Map.of("name", tool, "arguments", arguments));
        message.withObjectProperty("params").putObject("_meta").put("traceparent", SpanCollector.traceparent(trace));
        var answer = author.modern().declaring("io.modelcontextprotocol/tasks").send(message.put("id", 1));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** Of the calls of this tool that went well. */
    private static double metric(String name, String tool, String label) {
        return Metrics.sum(
                name, "mcp_method_name=\"tools/call\"", "gen_ai_tool_name=\"" + tool + "\"", "error_type=\"\"", label);
    }
}
