package com.siacapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.entity.Seal;
import com.siacapp.prompts.boundary.PromptsGet;
import com.siacapp.prompts.boundary.PromptsList;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.boundary.Dispatcher;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.resources.boundary.ResourceTemplatesList;
import com.siacapp.resources.boundary.ResourcesList;
import com.siacapp.resources.boundary.ResourcesRead;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.resources.entity.Resource;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.tools.boundary.ToolsCall;
import com.siacapp.tools.boundary.ToolsList;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.Tool;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One client talking to the real engine, without HTTP and without a container. */
public final class Conversation {

    private static final ServerInfo SERVER = new ServerInfo("siac-assistant", "SIAC Assistant", "1.0", "Be careful.");
    private static final String META = """
            {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
             "io.modelcontextprotocol/clientCapabilities": %s,
             "io.modelcontextprotocol/clientInfo": {"name": "a-client", "version": "1"}}""";

    private final MovableClock clock = new MovableClock();
    private final Dispatcher dispatcher;
    private final Caller caller;
    private @Nullable String versionHeader;
    private @Nullable String methodHeader;
    private @Nullable String nameHeader;
    private @Nullable String acceptLanguage;
    private @Nullable String userAgent;
    private String capabilities = "{}";

    private Conversation(Caller caller, Object... beans) {
        this.caller = caller;
        this.dispatcher = new Dispatcher(
                List.of(
                        new ToolsList(new ToolRegistry(offers(Tool.class, beans))),
                        new ToolsCall(
                                new ToolRegistry(offers(Tool.class, beans)),
                                new BearerChallenge(URI.create("https://api.example/mcp"))),
                        new ResourcesList(new ResourceRegistry(offers(Resource.class, beans))),
                        new ResourcesRead(new ResourceRegistry(offers(Resource.class, beans))),
                        new ResourceTemplatesList(),
                        new PromptsList(new PromptRegistry(offers(Prompt.class, beans))),
                        new PromptsGet(new PromptRegistry(offers(Prompt.class, beans)))),
                filtersAmong(beans),
                SERVER,
                new Seal(new SecretKeySpec(new byte[32], "AES")),
                clock);
    }

    /** A conversation with a server that has these beans. */
    public static Conversation of(Caller caller, Object... beans) {
        return new Conversation(caller, beans);
    }

    private static List<RequestFilter> filtersAmong(Object... beans) {
        return Arrays.stream(beans)
                .filter(RequestFilter.class::isInstance)
                .map(RequestFilter.class::cast)
                .toList();
    }

    /** What these beans declare. */
    public static List<Offer> offers(Class<? extends Annotation> annotation, Object... beans) {
        return Arrays.stream(beans)
                .flatMap(bean -> Arrays.stream(bean.getClass().getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(annotation))
                        .map(method -> new Offer(method, () -> bean)))
                .toList();
    }

    /** From here on with this {@code MCP-Protocol-Version}. */
    public Conversation version(@Nullable String header) {
        versionHeader = header;
        return this;
    }

    /** From here on with this {@code Mcp-Method}. */
    public Conversation methodHeader(@Nullable String header) {
        methodHeader = header;
        return this;
    }

    /** From here on with this {@code Mcp-Name}. */
    public Conversation nameHeader(@Nullable String header) {
        nameHeader = header;
        return this;
    }

    public Conversation acceptLanguage(String header) {
        acceptLanguage = header;
        return this;
    }

    public Conversation userAgent(String header) {
        userAgent = header;
        return this;
    }

    /** From here on with these {@code clientCapabilities}. */
    public Conversation capabilities(String json) {
        capabilities = json;
        return this;
    }

    /** So much time passes. */
    public void later(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Sends exactly this. */
    public Answer send(String json) {
        var headers = new RequestHeaders(versionHeader, methodHeader, nameHeader, acceptLanguage, userAgent);
        var reply = dispatcher
                .dispatch(parsed(json), headers, caller, Exchange.ANSWER_ONLY)
                .orElseThrow();
        return new Answer(reply.httpStatus(), reply.body().orElseGet(Json::object));
    }

    /** Sends a request as older clients do: without {@code _meta}. */
    public Answer legacy(String method, String params) {
        return send("{\"jsonrpc\": \"2.0\", \"id\": 7, \"method\": \"%s\", \"params\": %s}".formatted(method, params));
    }

    /** Sends a request as clients of 2026-07-28 do: with {@code _meta} and every header. */
    public Answer modern(String method, String params) {
        return modern(method, params, "\"example/nothing\": 0");
    }

    /** The same, with one more member of {@code _meta}. */
    public Answer modern(String method, String params, String meta) {
        var completed = (ObjectNode) parsed(params);
        completed.set("_meta", parsed(META.formatted(capabilities)));
        completed.withObjectProperty("_meta").setAll((ObjectNode) parsed("{" + meta + "}"));
        var json = Json.object().put("jsonrpc", "2.0").put("id", 7).put("method", method);
        json.set("params", completed);
        versionHeader = "2026-07-28";
        methodHeader = method;
        nameHeader = completed.path("name").asText(completed.path("uri").asText());
        return send(json.toString());
    }

    /** Calls a tool as clients of 2026-07-28 do. */
    public Answer call(String tool, String arguments) {
        return modern("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments));
    }

    private static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    /** What came back. */
    public record Answer(int status, JsonNode json) {

        /** What is at this JSON Pointer, written as JSON; raw RawValue nodes included. */
        public JsonNode at(String pointer) {
            return parsed(json.toString()).at(pointer);
        }

        public int errorCode() {
            return at("/error/code").asInt();
        }

        /** The first sentence of a tool's result. */
        public String text() {
            return at("/result/content/0/text").asText();
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
