package com.siacapp.observability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.People;
import com.siacapp.grants.entity.Scope;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When what is seen of a request is written, and under which names. */
class ObservedEndsTest {

    @RegisterExtension
    private final Watch watch = new Watch();

    private final Conversation ana = watch.with(People.ana(Scope.TEMPLATES_READ));

    @Test
    void a_call_that_waits_for_an_answer_is_seen_once_when_it_is_over() {
        ana.initialize("2025-11-25", "{\"elicitation\": {}}");
        watch.lines.all.clear();
        watch.spans.all.clear();
        var call = ana.version("2025-11-25").begin(7, "tools/call", "{\"name\": \"wonder\", \"arguments\": {}}");
        assertThat(watch.lines.all).isEmpty();
        ana.respond(call.asked(), "{\"action\": \"accept\", \"content\": {}}");
        assertThat(call.answer()).isPresent();
        assertThat(watch.lines.only()).contains("tool=wonder outcome=ok");
        assertThat(watch.spans.only().getName()).isEqualTo("tools/call wonder");
        assertThat(watch.series()).contains("tools/call wonder ''");
    }

    @Test
    void a_stream_that_stays_open_is_seen_when_it_opens() {
        ana.listen("{\"toolsListChanged\": true}");
        assertThat(watch.lines.only()).contains("method=subscriptions/listen outcome=stream");
        assertThat(watch.spans.only().getName()).isEqualTo("subscriptions/listen");
    }

    @Test
    void methods_of_sessions_have_their_names() {
        ana.initialize("2025-11-25", "{\"elicitation\": {}}");
        ana.version("2025-11-25").legacy("logging/setLevel", "{\"level\": \"info\"}");
        assertThat(watch.series()).containsExactlyInAnyOrder("initialize  ''", "logging/setLevel  ''");
    }

    @Test
    void a_resource_is_named_as_it_was_declared_because_the_rest_of_its_uri_is_an_argument() {
        ana.modern("resources/read", "{\"uri\": \"test://menu\"}");
        ana.modern("resources/read", "{\"uri\": \"test://dishes/secret\"}");
        ana.modern("resources/read", "{\"uri\": \"test://invented/secret\"}");
        assertThat(watch.spans.all.stream().map(span -> Watch.of(span, "mcp.resource.uri")))
                .containsExactly("test://menu", "test://dishes/{dish}", null);
        assertThat(watch.spans.all.toString()).doesNotContain("secret");
    }

    @Test
    void work_that_goes_on_after_its_call_is_a_span_below_it_and_a_line_under_its_request() {
        var recorder = watch.recorder();
        var begun = new ArrayList<Runnable>();
        var goOn = new RequestFilter() {
            @Override
            public Layer layer() {
                return Layer.PROTECTION;
            }

            @Override
            public Optional<Reply> around(Incoming incoming, Supplier<Optional<Reply>> next) {
                var request = incoming.request();
                begun.add(recorder.beyond(
                        request.method(),
                        request.params(),
                        incoming.caller(),
                        () -> Reply.answering(request.id(), Json.object().put("isError", true))));
                return next.get();
            }
        };
        Conversation.of(People.ana(Scope.TEMPLATES_READ), watch.kitchen, new Observation(recorder), goOn)
                .modern(
                        "tools/call",
                        "{\"name\": \"cook\", \"arguments\": {\"dish\": \"a secret\"}}",
                        "\"traceparent\": \"00-%s-%s-01\"".formatted(Watch.TRACE, Watch.PARENT));
        begun.get(0).run();
        var call = watch.spans.all.get(0);
        var work = watch.spans.all.get(1);
        assertThat(work.getTraceId()).isEqualTo(Watch.TRACE);
        assertThat(work.getParentSpanId()).isEqualTo(call.getSpanId());
        assertThat(work.getName()).isEqualTo("tools/call cook");
        assertThat(Watch.of(work, "error.type")).isEqualTo("tool_error");
        assertThat(watch.lines.all.get(1)).contains(" method=tools/call in=task tool=cook outcome=tool_error ");
        assertThat(watch.series()).containsExactly("tools/call cook ''");
    }
}
