package com.siacapp.observability.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.siacapp.Conversation;
import com.siacapp.Engine;
import com.siacapp.grants.entity.Caller;
import com.siacapp.grants.entity.Scope;
import com.siacapp.observability.control.Recorder;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Question;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import com.siacapp.tools.entity.Tool;
import com.siacapp.tools.entity.ToolException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
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
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A kitchen, and all that is seen of what it is asked for. */
final class Watch implements BeforeEachCallback, AfterEachCallback {

    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    static final String PARENT = "00f067aa0ba902b7";

    final Kitchen kitchen = new Kitchen();
    final Spans spans = new Spans();
    final SimpleMeterRegistry numbers = new SimpleMeterRegistry();
    final Lines lines = new Lines();
    private final Logger log = Logger.getLogger("com.siacapp.requests");

    @Override
    public void beforeEach(ExtensionContext test) {
        log.addHandler(lines);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        log.removeHandler(lines);
    }

    Recorder recorder() {
        var tracer = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()
                .get("test");
        return new Recorder(Engine.offered(kitchen), tracer, numbers);
    }

    /** Somebody in the kitchen. */
    Conversation with(Caller caller) {
        return Conversation.of(caller, kitchen, new Observation(recorder()));
    }

    /** Method, tool and error of each series of numbers. */
    List<String> series() {
        return numbers.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().equals("mcp.server.operation.duration"))
                .map(id -> "%s %s '%s'"
                        .formatted(
                                id.getTag("mcp.method.name"), id.getTag("gen_ai.tool.name"), id.getTag("error.type")))
                .toList();
    }

    static String of(SpanData span, String attribute) {
        return span.getAttributes().get(AttributeKey.stringKey(attribute));
    }

    @SuppressWarnings("DoNotCallSuggester")
    static final class Kitchen {

        @Tool(name = "cook", title = "Cook", description = "Cooks.", scope = Scope.TEMPLATES_READ)
        Meal cook(Order order) {
            return new Meal("secret sauce on " + order.dish());
        }

        @Resource(uri = "test://menu", name = "menu", title = "Menu", description = "All dishes.")
        String menu() {
            return "secret soup";
        }

        @ResourceTemplate(
                uriTemplate = "test://dishes/{dish}",
                name = "dish",
                title = "Dish",
                description = "One dish.")
        String dish(Order order) {
            return "secret " + order.dish();
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

    static final class Spans implements SpanExporter {

        final List<SpanData> all = new ArrayList<>();

        SpanData only() {
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

    static final class Lines extends Handler {

        final List<String> all = new ArrayList<>();

        String only() {
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
