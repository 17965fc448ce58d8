package com.siacapp.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.testkit.Answer;
import com.siacapp.testkit.Http;
import com.siacapp.testkit.Mcp;
import com.siacapp.testkit.Person;
import com.siacapp.testkit.ServerLog;
import com.siacapp.testkit.SpanCollector;
import java.net.URI;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of requests: their ids, lines, numbers and spans. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class ObservabilityIT {

    private static final String TOOL = "siac_get_system_info";

    @Test
    void a_request_is_one_line_of_the_log_under_the_id_its_client_has() {
        var mcp = Mcp.as(Person.AUTHOR);
        var answers = new Answer[1];
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
                Mcp.as(Person.AUTHOR).send("{}", request -> request.setHeader("Content-Type", "text/plain")));
        assertThat(log).contains("request=" + answers[0].header("X-Request-Id") + " method=none outcome=http_415");
        assertThat(Mcp.with("").ping().header("X-Request-Id")).hasSize(36);
    }

    @Test
    void requests_are_counted_and_timed_by_method_and_tool_and_outcome_for_the_management_port() {
        var mcp = Mcp.as(Person.AUTHOR);
        mcp.call(TOOL, Map.of());
        mcp.call("an_invented_tool", Map.of());
        var metrics = Http.visit(
                        URI.create("http://localhost:" + System.getProperty("siac.management.port") + "/metrics"))
                .body();
        assertThat(metrics)
                .containsPattern("mcp_server_operation_duration_seconds_count\\{[^}]*gen_ai_tool_name=\"" + TOOL + "\"")
                .containsPattern("mcp_server_operation_duration_seconds_bucket\\{[^}]*le=\"0.25\"")
                .doesNotContain("an_invented_tool");
    }

    @Test
    void a_request_is_a_span_of_the_trace_its_message_names() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var parent = "b7ad6b7169203331";
        Mcp.as(Person.AUTHOR)
                .request(
                        "tools/call",
                        Map.of("name", TOOL, "_meta", Map.of("traceparent", "00-%s-%s-01".formatted(trace, parent))));
        assertThat(SpanCollector.batchOf(trace))
                .contains("tools/call " + TOOL, "mcp.method.name", "gen_ai.tool.name", SpanCollector.raw(parent));
    }

    @Test
    void a_message_that_names_none_goes_on_with_that_of_its_http_request() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Mcp.as(Person.AUTHOR)
                .send(
                        Mcp.message("tools/list", Map.of()).toString(),
                        request -> request.header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace)));
        assertThat(SpanCollector.batchOf(trace)).contains("tools/list", SpanCollector.raw("00f067aa0ba902b7"));
    }
}
