package com.siacapp.observability.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Message;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ObservationTest {

    @RegisterExtension
    private final Watch watch = new Watch();

    private final Conversation ana = watch.with(People.ana(Scope.TEMPLATES_READ));

    @Test
    void a_call_is_a_span_a_number_and_a_line_that_name_the_tool() {
        ana.call("cook", "{\"dish\": \"a secret dish\"}");
        var span = watch.spans.only();
        assertThat(span.getName()).isEqualTo("tools/call cook");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(Watch.of(span, "mcp.method.name")).isEqualTo("tools/call");
        assertThat(Watch.of(span, "gen_ai.tool.name")).isEqualTo("cook");
        assertThat(Watch.of(span, "gen_ai.operation.name")).isEqualTo("execute_tool");
        assertThat(Watch.of(span, "mcp.protocol.version")).isEqualTo("2026-07-28");
        assertThat(Watch.of(span, "jsonrpc.request.id")).isEqualTo("7");
        assertThat(Watch.of(span, "error.type")).isNull();
        assertThat(watch.series()).containsExactly("tools/call cook ''");
        assertThat(watch.lines.only())
                .matches("request=\\S+ method=tools/call tool=cook outcome=ok ms=\\d+\\.\\d user="
                        + People.ana().user() + " client=a-client trace=[0-9a-f]{32}");
    }

    @Test
    void nothing_of_arguments_results_and_people_is_in_any_of_them() {
        ana.call("cook", "{\"dish\": \"a secret dish\"}");
        ana.call("burn", "{}");
        ana.call("explode", "{}");
        ana.modern("prompts/get", "{\"name\": \"invented by the secret caller\"}");
        var all = watch.spans.all + " " + watch.numbers.getMetersAsString() + " " + watch.lines.all;
        assertThat(all).doesNotContain("secret").doesNotContain("Ana").doesNotContain("acme.example");
    }

    @Test
    void the_trace_that_the_message_names_goes_on() {
        ana.modern("tools/list", "{}", "\"traceparent\": \"00-%s-%s-01\"".formatted(Watch.TRACE, Watch.PARENT));
        var span = watch.spans.only();
        assertThat(span.getTraceId()).isEqualTo(Watch.TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(Watch.PARENT);
        assertThat(watch.lines.only()).endsWith(" trace=" + Watch.TRACE);
    }

    @Test
    void a_trace_that_is_none_begins_anew() {
        ana.modern("tools/list", "{}", "\"traceparent\": \"00-zz-zz-01\"");
        ana.modern("tools/list", "{}", "\"traceparent\": 7");
        assertThat(watch.spans.all)
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo("0000000000000000"));
    }

    @Test
    void every_end_has_its_own_name() {
        ana.call("burn", "{}");
        ana.call("explode", "{}");
        ana.capabilities("{\"elicitation\": {}}").call("wonder", "{}");
        ana.modern("tools/list", "{\"cursor\": \"x\"}");
        assertThatThrownBy(() -> ana.call("serve", "{}")).isInstanceOf(InsufficientScope.class);
        assertThat(watch.lines.all.stream().map(line -> line.replaceAll(".* outcome=(\\S+) .*", "$1")))
                .containsExactly("tool_error", "-32603", "input_required", "-32602", "insufficient_scope");
        assertThat(watch.spans.all.stream().map(span -> Watch.of(span, "error.type")))
                .containsExactly("tool_error", "-32603", null, "-32602", "insufficient_scope");
        assertThat(watch.spans.all.get(3).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(Watch.of(watch.spans.all.get(3), "rpc.response.status_code")).isEqualTo("-32602");
    }

    @Test
    void names_that_callers_invent_make_no_series_and_no_label() {
        for (var i = 0; i < 100; i++) {
            ana.call("tool_" + i, "{}");
            ana.modern("invented/" + i, "{}");
            ana.legacy("invented/" + i, "{}");
            ana.modern("prompts/get", "{\"name\": \"prompt_%d\"}".formatted(i));
        }
        assertThat(watch.series())
                .containsExactlyInAnyOrder(
                        "tools/call  '-32602'", "_OTHER  '-32601'", "_OTHER  '-32602'", "prompts/get  '-32602'");
        assertThat(watch.spans.all.stream().map(SpanData::getName).distinct())
                .containsExactlyInAnyOrder("tools/call", "_OTHER", "prompts/get");
    }

    @Test
    void a_tool_that_the_role_hides_is_no_label_either() {
        watch.with(People.vera(Scope.FULL_ACCESS)).call("serve", "{}");
        assertThat(watch.series()).containsExactly("tools/call  '-32602'");
    }

    @Test
    void a_tool_by_another_of_its_names_is_counted_by_its_own() {
        ana.call("siac.stir", "{}");
        assertThat(watch.series()).containsExactly("tools/call siac_stir ''");
    }

    @Test
    void what_a_client_calls_its_request_is_cut() {
        var id = "x".repeat(Message.LONGEST_ID);
        ana.version("2025-11-25").send("{\"jsonrpc\": \"2.0\", \"id\": \"%s\", \"method\": \"ping\"}".formatted(id));
        assertThat(Watch.of(watch.spans.only(), "jsonrpc.request.id")).hasSize(200);
    }
}
