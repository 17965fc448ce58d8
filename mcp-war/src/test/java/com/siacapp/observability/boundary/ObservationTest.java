package com.siacapp.observability.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.observability.control.Recorder;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    private final Kitchen kitchen = new Kitchen();
    private final Spans spans = new Spans();
    private final SimpleMeterRegistry numbers = new SimpleMeterRegistry();
    private final Lines lines = new Lines();
    private final Logger log = Logger.getLogger("com.siacapp.requests");
    private final Conversation ana = with(People.ana(Scope.TEMPLATES_READ));

    @BeforeEach
    void listen() {
        log.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(lines);
    }

    @Test
    void a_call_is_a_span_a_number_and_a_line_that_name_the_tool() {
        ana.call("cook", "{\"dish\": \"a secret dish\"}");
        var span = spans.only();
        assertThat(span.getName()).isEqualTo("tools/call cook");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(of(span, "mcp.method.name")).isEqualTo("tools/call");
        assertThat(of(span, "gen_ai.tool.name")).isEqualTo("cook");
        assertThat(of(span, "gen_ai.operation.name")).isEqualTo("execute_tool");
        assertThat(of(span, "mcp.protocol.version")).isEqualTo("2026-07-28");
        assertThat(of(span, "jsonrpc.request.id")).isEqualTo("7");
        assertThat(of(span, "error.type")).isNull();
        assertThat(series()).containsExactly("tools/call cook ''");
        assertThat(lines.only())
                .matches("request=\\S+ method=tools/call tool=cook outcome=ok ms=\\d+\\.\\d user="
                        + People.ana().user() + " client=a-client trace=[0-9a-f]{32}");
    }

    @Test
    void nothing_of_arguments_results_and_people_is_in_any_of_them() {
        ana.call("cook", "{\"dish\": \"a secret dish\"}");
        ana.call("burn", "{}");
        ana.call("explode", "{}");
        ana.modern("prompts/get", "{\"name\": \"invented by the secret caller\"}");
        var all = spans.all + " " + numbers.getMetersAsString() + " " + lines.all;
        assertThat(all).doesNotContain("secret").doesNotContain("Ana").doesNotContain("acme.example");
    }

    @Test
    void the_trace_that_the_message_names_goes_on() {
        ana.modern("tools/list", "{}", "\"traceparent\": \"00-%s-%s-01\"".formatted(TRACE, PARENT));
        var span = spans.only();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(lines.only()).endsWith(" trace=" + TRACE);
    }

    @Test
    void a_trace_that_is_none_begins_anew() {
        ana.modern("tools/list", "{}", "\"traceparent\": \"00-zz-zz-01\"");
        ana.modern("tools/list", "{}", "\"traceparent\": 7");
        assertThat(spans.all)
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
        assertThat(lines.all.stream().map(line -> line.replaceAll(".* outcome=(\\S+) .*", "$1")))
                .containsExactly("tool_error", "-32603", "input_required", "-32602", "insufficient_scope");
        assertThat(spans.all.stream().map(span -> of(span, "error.type")))
                .containsExactly("tool_error", "-32603", null, "-32602", "insufficient_scope");
        assertThat(spans.all.get(3).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(of(spans.all.get(3), "rpc.response.status_code")).isEqualTo("-32602");
    }

    @Test
    void names_that_callers_invent_make_no_series_and_no_label() {
        for (var i = 0; i < 100; i++) {
            ana.call("tool_" + i, "{}");
            ana.modern("invented/" + i, "{}");
            ana.legacy("invented/" + i, "{}");
            ana.modern("prompts/get", "{\"name\": \"prompt_%d\"}".formatted(i));
        }
        assertThat(series())
                .containsExactlyInAnyOrder(
                        "tools/call  '-32602'", "_OTHER  '-32601'", "_OTHER  '-32602'", "prompts/get  '-32602'");
        assertThat(spans.all.stream().map(SpanData::getName).distinct())
                .containsExactlyInAnyOrder("tools/call", "_OTHER", "prompts/get");
    }

    @Test
    void a_tool_that_the_role_hides_is_no_label_either() {
        with(People.vera(Scope.FULL_ACCESS)).call("serve", "{}");
        assertThat(series()).containsExactly("tools/call  '-32602'");
    }

    @Test
    void a_tool_by_another_of_its_names_is_counted_by_its_own() {
        ana.call("siac.stir", "{}");
        assertThat(series()).containsExactly("tools/call siac_stir ''");
    }

    @Test
    void what_a_client_calls_its_request_is_cut() {
        ana.version("2025-11-25")
                .send("{\"jsonrpc\": \"2.0\", \"id\": \"%s\", \"method\": \"ping\"}".formatted("x".repeat(10_000)));
        assertThat(of(spans.only(), "jsonrpc.request.id")).hasSize(200);
    }

    private Conversation with(Caller caller) {
        var tracer = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()
                .get("test");
        var recorder = new Recorder(Conversation.tools(kitchen), Conversation.prompts(kitchen), tracer, numbers);
        return Conversation.of(caller, kitchen, new Observation(recorder));
    }

    /** Method, tool and error of each series of numbers. */
    private List<String> series() {
        return numbers.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().equals("mcp.server.operation.duration"))
                .map(id -> "%s %s '%s'"
                        .formatted(
                                id.getTag("mcp.method.name"), id.getTag("gen_ai.tool.name"), id.getTag("error.type")))
                .toList();
    }

    private static String of(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }

    @SuppressWarnings("DoNotCallSuggester")
    static final class Kitchen {

        @Tool(name = "cook", title = "Cook", description = "Cooks.", scope = Scope.TEMPLATES_READ)
        Meal cook(Order order) {
            return new Meal("secret sauce on " + order.dish());
        }

        @Tool(name = "siac_stir", title = "Stir", description = "Stirs.")
        Meal stir() {
            return new Meal("stirred");
        }

        @Tool(name = "burn", title = "Burn", description = "Burns.")
        Meal burn() {
            throw new ToolException("The secret dish is burnt.");
        }

        @Tool(name = "explode", title = "Explode", description = "Explodes.")
        Meal explode() {
            throw new IllegalStateException("secret gas");
        }

        @Tool(name = "wonder", title = "Wonder", description = "Asks.")
        Meal wonder(CallContext context) {
            return new Meal(context.ask(
                            "dish", Question.form("Which dish?", Json.object().put("type", "object")))
                    .content()
                    .toString());
        }

        @Tool(name = "serve", title = "Serve", description = "Serves.", scope = Scope.TEMPLATES_WRITE)
        Meal serve() {
            return new Meal("served");
        }
    }

    record Order(String dish) {}

    record Meal(String made) {}

    private static final class Spans implements SpanExporter {

        private final List<SpanData> all = new ArrayList<>();

        private SpanData only() {
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        @Override
        public CompletableResultCode export(Collection<SpanData> finished) {
            all.addAll(finished);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private static final class Lines extends Handler {

        private final List<String> all = new ArrayList<>();

        private String only() {
            assertThat(all).hasSize(1);
            return all.get(0);
        }

        @Override
        public void publish(LogRecord line) {
            all.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
