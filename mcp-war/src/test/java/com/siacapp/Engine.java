package com.siacapp;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

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
import com.siacapp.protocol.control.Lanes;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Methods;
import com.siacapp.protocol.control.ModernEra;
import com.siacapp.protocol.control.Pagination;
import com.siacapp.protocol.control.SessionCalls;
import com.siacapp.protocol.control.Sessions;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Constraints;
import com.siacapp.protocol.entity.EventId;
import com.siacapp.protocol.entity.Icon;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.Offer;
import com.siacapp.protocol.entity.Picture;
import com.siacapp.protocol.entity.RequestFilter;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** The real engine with some beans, without HTTP and without a container; what its surroundings do, tests decide. */
public final class Engine {

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

    private final MovableClock clock = new MovableClock();
    private final RememberedSessions stored = new RememberedSessions(clock);
    private final RememberedEvents kept = new RememberedEvents();
    private final OpenStreams streams;
    private final SessionStreams sessionStreams;
    private final SessionCalls calls;
    private final Dispatcher dispatcher;
    private Optional<Role> role;
    private StreamRules rules = new StreamRules(Duration.ofSeconds(15), 2, 100);
    private boolean fails;

    /** @param role of everybody whose streams are open */
    Engine(Role role, int pageSize, Object... beans) {
        this.role = Optional.of(role);
        this.streams = new OpenStreams(this::rolesBehind, () -> rules, clock);
        var seal = new Seal(new SecretKeySpec(new byte[32], "AES"));
        var resources =
                new ResourceRegistry(offers(Resource.class, beans), offers(ResourceTemplate.class, beans), CONSTRAINTS);
        var methods = new Methods(methods(pageSize, resources, beans));
        var sessions = new Sessions(stored, seal, clock);
        this.sessionStreams = new SessionStreams(streams, sessions, stored, kept, resources);
        stored.tells(sessionStreams::hear);
        this.calls = new SessionCalls(
                new RememberedQuestions(clock),
                stored,
                Optional::of,
                Runnable::run,
                new Lanes(Runnable::run, 100),
                clock);
        var listen = new SubscriptionsListen(streams, resources, TASKS, SERVER);
        this.dispatcher = new Dispatcher(
                filtersAmong(beans),
                new ModernEra(methods, List.of(listen), SERVER, TASKS, seal, clock),
                new LegacyEra(methods, sessionMethods(resources, stored), SERVER, sessions, calls, stored, kept));
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    SessionStreams sessionStreams() {
        return sessionStreams;
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

    /** So much time passes, and the server looks at what waits. */
    public void later(Duration time) {
        clock.advance(time);
        calls.look();
        streams.beat();
        sessionStreams.look();
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

    /** All this happens while this node hears nothing. */
    public void unheard(Runnable requests) {
        stored.unheard(requests);
    }

    /** Nothing more is kept for those who come back. */
    public void keepsNothingMore() {
        kept.fails();
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
}
