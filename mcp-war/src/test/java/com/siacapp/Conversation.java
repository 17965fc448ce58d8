package com.siacapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.boundary.Dispatcher;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestHeaders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client talking to the real engine, without HTTP and without a container. */
public final class Conversation {

    /** The id of requests that open a stream. */
    public static final String LISTEN_ID = "listen-1";

    private static final String META = """
            {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
             "io.modelcontextprotocol/clientCapabilities": %s,
             "io.modelcontextprotocol/clientInfo": {"name": "a-client", "version": "1"}}""";

    private final Engine engine;
    private final Caller caller;
    private @Nullable String sessionHeader;
    private @Nullable String versionHeader;
    private @Nullable String methodHeader;
    private @Nullable String nameHeader;
    private final Map<String, String> paramHeaders = new HashMap<>();
    private @Nullable String acceptLanguage;
    private @Nullable String userAgent;
    private String capabilities = "{}";
    private Exchange exchange = Exchange.ANSWER_ONLY;

    private Conversation(Engine engine, Caller caller) {
        this.engine = engine;
        this.caller = caller;
    }

    /** A conversation with a server that has these beans. */
    public static Conversation of(Caller caller, Object... beans) {
        return inPagesOf(100, caller, beans);
    }

    /** The same, with lists of so many items a page. */
    public static Conversation inPagesOf(int pageSize, Caller caller, Object... beans) {
        return new Conversation(new Engine(caller.role(), pageSize, beans), caller);
    }

    /** The server it talks to. */
    public Engine engine() {
        return engine;
    }

    /** Another conversation with the same server. */
    public Conversation by(Caller somebody) {
        return new Conversation(engine, somebody);
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

    /** From here on with this {@code Mcp-Param-…}. */
    public Conversation paramHeader(String name, String value) {
        paramHeaders.put(name.toLowerCase(Locale.ROOT), value);
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

    /** From here on with this {@code Mcp-Session-Id}. */
    public Conversation session(@Nullable String header) {
        sessionHeader = header;
        return this;
    }

    /** The {@code Mcp-Session-Id} of this conversation. */
    public String session() {
        return String.valueOf(sessionHeader);
    }

    /** The handshake of an older client with these capabilities; from here on with the session it got, if any. */
    public Answer initialize(String version, String clientCapabilities) {
        var answer = legacy("initialize", """
                {"protocolVersion": "%s", "capabilities": %s, "clientInfo": {"name": "a", "version": "1"}}""".formatted(version, clientCapabilities));
        sessionHeader = answer.sessionId();
        return answer;
    }

    /** Sends a request of an older client whose answer may come later. */
    public RecordedExchange begin(int id, String method, String params) {
        var exchange = new RecordedExchange();
        var json =
                "{\"jsonrpc\": \"2.0\", \"id\": %d, \"method\": \"%s\", \"params\": %s}".formatted(id, method, params);
        engine.dispatcher().dispatch(parsed(json), headers(), caller, exchange).ifPresent(exchange::answer);
        return exchange;
    }

    /** Answers a request of the server's. */
    public Answer respond(String id, String result) {
        return send("{\"jsonrpc\": \"2.0\", \"id\": \"%s\", \"result\": %s}".formatted(id, result));
    }

    /** Ends the session as DELETE does. */
    public Answer delete() {
        return Answer.of(engine.dispatcher().end(headers(), caller));
    }

    /** Opens what GET opens; comes back if there was an event. */
    public Listened get(@Nullable String lastEventId) {
        var listened = new Listened();
        engine.sessionStreams().open(headers(), lastEventId, caller, listened.exchange());
        return listened;
    }

    private RequestHeaders headers() {
        return new RequestHeaders(
                versionHeader, methodHeader, nameHeader, paramHeaders, sessionHeader, acceptLanguage, userAgent);
    }

    /** Opens a stream with this filter. */
    public Listened listen(String filter) {
        var listened = new Listened();
        exchange = listened.exchange();
        var refused =
                dispatched(request(LISTEN_ID, "subscriptions/listen", "{\"notifications\": %s}".formatted(filter)));
        exchange = Exchange.ANSWER_ONLY;
        if (refused.isPresent()) {
            throw new AssertionError("Refused: " + refused.get().body());
        }
        return listened;
    }

    /** Sends exactly this. */
    public Answer send(String json) {
        return Answer.of(dispatched(json).orElseThrow());
    }

    private Optional<Reply> dispatched(String json) {
        return engine.dispatcher().dispatch(parsed(json), headers(), caller, exchange);
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
        return send(request(7, method, params, meta));
    }

    private String request(Object id, String method, String params) {
        return request(id, method, params, "\"example/nothing\": 0");
    }

    private String request(Object id, String method, String params, String meta) {
        var completed = (ObjectNode) parsed(params);
        completed.set("_meta", parsed(META.formatted(capabilities)));
        completed.withObjectProperty("_meta").setAll((ObjectNode) parsed("{" + meta + "}"));
        var json = Json.object().put("jsonrpc", "2.0").putPOJO("id", id).put("method", method);
        json.set("params", completed);
        versionHeader = "2026-07-28";
        methodHeader = method;
        nameHeader = completed.path("name").asText(completed.path("uri").asText());
        return json.toString();
    }

    /** Calls a tool as clients of 2026-07-28 do. */
    public Answer call(String tool, String arguments) {
        return modern("tools/call", "{\"name\": \"%s\", \"arguments\": %s}".formatted(tool, arguments));
    }

    /** What the list says of this tool. */
    public JsonNode listed(String tool) {
        for (var listed : modern("tools/list", "{}").at("/result/tools")) {
            if (listed.path("name").asText().equals(tool)) {
                return listed;
            }
        }
        throw new AssertionError("No such tool is listed: " + tool);
    }

    static JsonNode parsed(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    /** What came back. */
    public record Answer(
            int status, JsonNode json, @Nullable String sessionId) {

        static Answer of(Reply reply) {
            return new Answer(
                    reply.httpStatus(),
                    reply.body().orElseGet(Json::object),
                    reply.headers().get(Dispatcher.SESSION_ID));
        }

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
}
