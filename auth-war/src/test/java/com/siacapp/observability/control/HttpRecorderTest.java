package com.siacapp.observability.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.requests.boundary.RequestFacts;
import com.siacapp.requests.entity.RequestId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of a request: a span, a number, a line. */
class HttpRecorderTest {

    private static final UUID PERSON = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final SimpleMeterRegistry numbers = new SimpleMeterRegistry();
    private final Spans spans = new Spans();
    private final Lines lines = new Lines();
    private final Logger log = Logger.getLogger("com.siacapp.requests");
    private final RequestFacts facts = new RequestFacts();
    private final HttpRecorder recorder = new HttpRecorder(spans, numbers);

    @BeforeEach
    void begin() {
        log.addHandler(lines);
        RequestId.begin();
    }

    @AfterEach
    void end() {
        log.removeHandler(lines);
        RequestId.end();
    }

    @Test
    void a_request_is_a_span_a_number_and_a_line_that_name_the_route() {
        facts.isFor("/oauth/register/{client_id}");
        facts.comesFrom(PERSON);
        facts.comesBy("https://app.example/a client");
        recorder.begin("PUT", false, Context.root()).end(200, facts);
        var span = spans.all.get(0);
        assertThat(span.getName()).isEqualTo("PUT /oauth/register/{client_id}");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(span.getAttributes().asMap())
                .containsOnly(
                        entry("http.request.method", "PUT"),
                        entry("http.route", "/oauth/register/{client_id}"),
                        Map.entry(AttributeKey.longKey("http.response.status_code"), 200L));
        assertThat(series()).containsExactly("PUT /oauth/register/{client_id} 200 ''");
        assertThat(lines.all)
                .singleElement()
                .asString()
                .matches("request=[0-9a-f-]{36} method=PUT route=/oauth/register/\\{client_id} status=200 ms=\\d+\\.\\d"
                        + " user=" + PERSON + " client=https://app.example/a\\?client trace=[0-9a-f]{32}");
    }

    @Test
    void an_error_has_its_name_and_only_faults_of_ours_are_errors_of_the_span() {
        facts.isFor("/oauth/token");
        facts.refusedWith("invalid_grant");
        recorder.begin("POST", false, Context.root()).end(400, facts);
        facts.refusedWith("server_error");
        recorder.begin("POST", false, Context.root()).end(500, facts);
        assertThat(spans.all.stream().map(span -> span.getStatus().getStatusCode()))
                .containsExactly(StatusCode.UNSET, StatusCode.ERROR);
        assertThat(spans.all.stream().map(span -> span.getAttributes().get(AttributeKey.stringKey("error.type"))))
                .containsExactly("invalid_grant", "server_error");
        assertThat(series())
                .containsExactlyInAnyOrder(
                        "POST /oauth/token 400 'invalid_grant'", "POST /oauth/token 500 'server_error'");
        assertThat(lines.all.get(0)).contains(" status=400 error=invalid_grant ms=");
    }

    @Test
    void methods_and_addresses_that_callers_invent_make_no_series_and_no_line_at_the_usual_level() {
        for (var i = 0; i < 100; i++) {
            recorder.begin("INVENTED" + i, false, Context.root()).end(404, facts);
        }
        assertThat(series()).containsExactly("_OTHER  404 ''");
        assertThat(spans.all.stream().map(SpanData::getName).distinct()).containsExactly("_OTHER");
        assertThat(lines.all).isEmpty();
    }

    @Test
    void what_matched_no_route_for_another_reason_has_its_line() {
        recorder.begin("POST", false, Context.root()).end(415, facts);
        assertThat(lines.all).singleElement().asString().contains(" method=POST route=none status=415 ");
    }

    @Test
    void noise_is_only_counted() {
        facts.isFor("/health");
        recorder.begin("GET", true, Context.root()).end(200, facts);
        assertThat(series()).containsExactly("GET /health 200 ''");
        assertThat(spans.all).isEmpty();
        assertThat(lines.all).isEmpty();
    }

    private List<String> series() {
        return numbers.find("http.server.request.duration").timers().stream()
                .map(timer -> timer.getId())
                .map(id -> "%s %s %s '%s'"
                        .formatted(
                                id.getTag("http.request.method"),
                                id.getTag("http.route"),
                                id.getTag("http.response.status_code"),
                                id.getTag("error.type")))
                .toList();
    }

    private static Map.Entry<AttributeKey<?>, Object> entry(String key, String value) {
        return Map.entry(AttributeKey.stringKey(key), value);
    }

    private static final class Lines extends Handler {

        private final List<String> all = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            all.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static final class Spans implements SpanExporter, OpenTelemetry {

        private final List<SpanData> all = new ArrayList<>();
        private final TracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(this))
                .build();

        @Override
        public TracerProvider getTracerProvider() {
            return tracers;
        }

        @Override
        public ContextPropagators getPropagators() {
            return ContextPropagators.noop();
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
}
