package com.siacapp;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.completions.boundary.CompletionComplete;
import com.siacapp.completions.control.CompletionRegistry;
import com.siacapp.completions.entity.CompletePrompt;
import com.siacapp.completions.entity.CompleteResourceTemplate;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.entity.Seal;
import com.siacapp.observability.boundary.Observation;
import com.siacapp.observability.control.Offered;
import com.siacapp.prompts.boundary.PromptsGet;
import com.siacapp.prompts.boundary.PromptsList;
import com.siacapp.prompts.control.PromptRegistry;
import com.siacapp.prompts.entity.Prompt;
import com.siacapp.protocol.boundary.Dispatcher;
import com.siacapp.protocol.boundary.LoggingSetLevel;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Methods;
import com.siacapp.protocol.control.ModernEra;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.control.SessionCalls;
import com.siacapp.protocol.control.Sessions;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.EventId;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.protocol.entity.Picture;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.resources.boundary.ResourceTemplatesList;
import com.siacapp.resources.boundary.ResourcesList;
import com.siacapp.resources.boundary.ResourcesRead;
import com.siacapp.resources.boundary.ResourcesSubscribe;
import com.siacapp.resources.boundary.ResourcesUnsubscribe;
import com.siacapp.resources.control.ResourceRegistry;
import com.siacapp.resources.entity.Resource;
import com.siacapp.resources.entity.ResourceTemplate;
import com.siacapp.security.entity.BearerChallenge;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.entity.StreamEvent;
import com.siacapp.signals.entity.Audience;
import com.siacapp.signals.entity.Signal;
import com.siacapp.subscriptions.boundary.OpenStreams;
import com.siacapp.subscriptions.boundary.SessionStreams;
import com.siacapp.subscriptions.boundary.SubscriptionsListen;
import com.siacapp.subscriptions.control.StreamRules;
import com.siacapp.tools.boundary.ToolsCall;
import com.siacapp.tools.boundary.ToolsList;
import com.siacapp.tools.control.ToolRegistry;
import com.siacapp.tools.entity.Tool;
import com.siacapp.users.entity.Role;
import jakarta.validation.Validation;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One client talking to the real engine, without HTTP and without a container. */
public final class Conversation {

    /** The id of requests that open a stream. */
    public static final String LISTEN_ID = "listen-1";

    private static final ServerInfo SERVER = new ServerInfo(
            "siac-assistant",
            "SIAC Assistant",
            "1.0",
            "Be careful.",
            List.of(new Picture(
                    URI.create("https://api.example/logo.svg"), "image/svg+xml", List.of("any"), Icon.Theme.ANY)));

    /** Tasks begin and nothing more, since what becomes of them needs a database; one is over, and is Ana's. */
    private static final TaskHost TASKS = new TaskHost() {
        @Override
        public ObjectNode begin(Message.Request request, CallContext context) {
            return Json.object().put("taskId", "begun");
        }

        @Override
        public Optional<ObjectNode> find(String id, Caller caller) {
            return Optional.of(Json.object().put("taskId", "over").put("status", "completed"))
                    .filter(task -> id.equals("over")
                            && caller.user().equals(People.ana().user()));
        }
    };

    /** Bean Validation, outside a container. */
    public static final Constraints CONSTRAINTS = new Constraints(Validation.buildDefaultValidatorFactory());

    private static final String META = """
            {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
             "io.modelcontextprotocol/clientCapabilities": %s,
             "io.modelcontextprotocol/clientInfo": {"name": "a-client", "version": "1"}}""";

    private final MovableClock clock;
    private final Dispatcher dispatcher;
    private final SessionCalls calls;
    private final RememberedEvents kept;
    private final RememberedSessions stored;
    private boolean fails;
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
    private Optional<Role> role;
    private StreamRules rules = new StreamRules(Duration.ofSeconds(15), 2, 100);
    private final OpenStreams streams;
    private final SessionStreams sessionStreams;

    private Conversation(Conversation server, Caller caller) {
        this.clock = server.clock;
        this.dispatcher = server.dispatcher;
        this.calls = server.calls;
        this.kept = server.kept;
        this.stored = server.stored;
        this.streams = server.streams;
        this.sessionStreams = server.sessionStreams;
        this.role = Optional.of(caller.role());
        this.caller = caller;
    }

    private Conversation(Caller caller, int pageSize, Object... beans) {
        this.caller = caller;
        this.role = Optional.of(caller.role());
        this.clock = new MovableClock();
        this.streams = new OpenStreams(this::rolesBehind, () -> rules, clock);
        var seal = new Seal(new SecretKeySpec(new byte[32], "AES"));
        var resources =
                new ResourceRegistry(offers(Resource.class, beans), offers(ResourceTemplate.class, beans), CONSTRAINTS);
        var methods = new Methods(methods(pageSize, resources, beans));
        this.stored = new RememberedSessions(clock);
        this.kept = new RememberedEvents();
        var sessions = new Sessions(stored, seal, clock);
        this.sessionStreams = new SessionStreams(streams, sessions, stored, kept, resources);
        stored.tells(sessionStreams::hear);
        this.calls = new SessionCalls(new RememberedQuestions(clock), stored, Optional::of, Runnable::run, clock);
        var listen = new SubscriptionsListen(streams, resources, TASKS, SERVER);
        this.dispatcher = new Dispatcher(
                filtersAmong(beans),
                new ModernEra(methods, List.of(listen), SERVER, TASKS, seal, clock),
                new LegacyEra(methods, sessionMethods(resources, stored), SERVER, sessions, calls, stored, kept));
    }

    /** The tools of these beans, for filters that need to know them. */
    public static ToolRegistry tools(Object... beans) {
        return new ToolRegistry(offers(Tool.class, beans), CONSTRAINTS, pagination(100), view -> false);
    }

    /** Everything that a server with these beans has, for those who watch it. */
    public static Offered offered(Object... beans) {
        var resources =
                new ResourceRegistry(offers(Resource.class, beans), offers(ResourceTemplate.class, beans), CONSTRAINTS);
        var clock = new MovableClock();
        var streams = new OpenStreams(grants -> Map.of(), () -> new StreamRules(Duration.ofSeconds(15), 2, 100), clock);
        var names = Observation.names(
                methods(100, resources, beans).stream(),
                sessionMethods(resources, new RememberedSessions(clock)).stream(),
                Stream.of(new SubscriptionsListen(streams, resources, TASKS, SERVER)));
        return new Offered(names, tools(beans), prompts(beans), resources);
    }

    /** The same of prompts. */
    public static PromptRegistry prompts(Object... beans) {
        return new PromptRegistry(offers(Prompt.class, beans), CONSTRAINTS);
    }

    private static List<SessionMethod> sessionMethods(ResourceRegistry resources, McpSessions stored) {
        return List.of(
                new LoggingSetLevel(stored),
                new ResourcesSubscribe(resources, stored),
                new ResourcesUnsubscribe(stored));
    }

    private static Pagination pagination(int pageSize) {
        return new Pagination(new Seal(new SecretKeySpec(new byte[32], "AES")), pageSize);
    }

    private static List<RpcMethod> methods(int pageSize, ResourceRegistry resources, Object... beans) {
        var pagination = pagination(pageSize);
        var tools = new ToolRegistry(offers(Tool.class, beans), CONSTRAINTS, pagination, resources::isView);
        var prompts = prompts(beans);
        var completions = new CompletionRegistry(
                offers(CompletePrompt.class, beans), offers(CompleteResourceTemplate.class, beans), prompts, resources);
        return List.of(
                new ToolsList(tools, pagination),
                new ToolsCall(tools, new BearerChallenge(URI.create("https://api.example/mcp"))),
                new ResourcesList(resources, pagination),
                new ResourcesRead(resources),
                new ResourceTemplatesList(resources, pagination),
                new PromptsList(prompts, pagination),
                new PromptsGet(prompts),
                new CompletionComplete(completions));
    }

    /** A conversation with a server that has these beans. */
    public static Conversation of(Caller caller, Object... beans) {
        return new Conversation(caller, 100, beans);
    }

    /** The same, with lists of so many items a page. */
    public static Conversation inPagesOf(int pageSize, Caller caller, Object... beans) {
        return new Conversation(caller, pageSize, beans);
    }

    private static List<RequestFilter> filtersAmong(Object... beans) {
        return Arrays.stream(beans)
                .filter(RequestFilter.class::isInstance)
                .map(RequestFilter.class::cast)
                .toList();
    }

    /** Another conversation with the same server. */
    public Conversation by(Caller somebody) {
        return new Conversation(this, somebody);
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

    /** So much time passes, and the server looks at what waits. */
    public void later(Duration time) {
        clock.advance(time);
        calls.look();
        streams.beat();
        sessionStreams.look();
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
        dispatcher.dispatch(parsed(json), headers(), caller, exchange).ifPresent(exchange::answer);
        return exchange;
    }

    /** Answers a request of the server's. */
    public Answer respond(String id, String result) {
        return send("{\"jsonrpc\": \"2.0\", \"id\": \"%s\", \"result\": %s}".formatted(id, result));
    }

    /** Ends the session as DELETE does. */
    public Answer delete() {
        return Answer.of(dispatcher.end(headers(), caller));
    }

    /** Opens what GET opens; comes back if there was an event. */
    public Listened get(@Nullable String lastEventId) {
        var listened = new Listened();
        sessionStreams.open(headers(), lastEventId, caller, listened.exchange());
        return listened;
    }

    /** What was kept of the stream after this event. */
    public List<StreamEvent> after(String eventId) {
        var id = EventId.of(eventId).orElseThrow();
        return kept.after(id.stream(), id.number(), Integer.MAX_VALUE);
    }

    /** The grants of these people ended, as a signal says. */
    public void endsAccessOf(Audience audience) {
        calls.endAllOf(audience);
    }

    private RequestHeaders headers() {
        return new RequestHeaders(
                versionHeader, methodHeader, nameHeader, paramHeaders, sessionHeader, acceptLanguage, userAgent);
    }

    /** The caller's role is another from now on. */
    public void hasNow(Role another) {
        role = Optional.of(another);
    }

    public void grantEnds() {
        role = Optional.empty();
    }

    /** So many streams may be open. */
    public void allows(int perUser, int onNode) {
        rules = new StreamRules(rules.keepAlive(), perUser, onNode);
    }

    /** All this within a moment. */
    public void happens(Signal... signals) {
        Stream.of(signals).forEach(streams::hear);
        Stream.of(signals).forEach(sessionStreams::hear);
        streams.deliver();
    }

    public void endsAllStreams() {
        streams.endAll();
    }

    /** The next question about grants finds the database away. */
    public void databaseFailsOnce() {
        fails = true;
    }

    /** All this happens before any node hears of any of it. */
    public void atOnce(Runnable requests) {
        stored.hold();
        requests.run();
        stored.tellAll();
    }

    private Map<UUID, Role> rolesBehind(Collection<UUID> grants) {
        if (fails) {
            fails = false;
            throw new IllegalStateException("the database is away");
        }
        return role.map(now -> grants.stream().collect(toMap(identity(), grant -> now)))
                .orElse(Map.of());
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
        return dispatcher.dispatch(parsed(json), headers(), caller, exchange);
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
