package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;
import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;
import static com.siacapp.protocol.entity.RpcError.METHOD_NOT_FOUND;
import static com.siacapp.protocol.entity.RpcError.UNSUPPORTED_PROTOCOL_VERSION;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Channel;
import com.siacapp.protocol.entity.Client;
import com.siacapp.protocol.entity.Connection;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcError;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.Session;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.protocol.entity.Unanswered;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.StreamEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 2024-11-05 to 2025-11-25: a handshake first, then requests that name their version in a header.
 *
 * <p>A client that can be asked something gets a session, because its answers are messages of their own; for all others the
 * handshake leaves nothing behind (2025-11-25, basic/transports, session management).
 */
public final class LegacyEra implements Era {

    public static final String INITIALIZE = "initialize";
    public static final String SESSION_ID = "Mcp-Session-Id";
    private static final List<String> LISTS = List.of("tools", "prompts", "resources");
    private static final String PING = "ping";
    private static final String CANCELLED = "notifications/cancelled";

    private final Methods methods;
    private final Map<String, SessionMethod> sessionMethods;
    private final ServerInfo server;
    private final Sessions sessions;
    private final SessionCalls calls;
    private final McpSessions otherNodes;
    private final StreamEvents events;

    public LegacyEra(
            Methods methods,
            Collection<SessionMethod> sessionMethods,
            ServerInfo server,
            Sessions sessions,
            SessionCalls calls,
            McpSessions otherNodes,
            StreamEvents events) {
        this.methods = methods;
        this.sessionMethods = sessionMethods.stream().collect(toUnmodifiableMap(SessionMethod::name, identity()));
        this.server = server;
        this.sessions = sessions;
        this.calls = calls;
        this.otherNodes = otherNodes;
        this.events = events;
    }

    @Override
    public Optional<ObjectNode> answer(Incoming incoming, Exchange exchange) {
        var request = incoming.request();
        var headers = incoming.headers();
        var caller = incoming.caller();
        var named = versionIn(headers.protocolVersion());
        var session = sessions.of(headers.sessionId(), caller);
        if (request.method().equals(PING)) {
            return Optional.of(Json.object());
        }
        var version = headers.protocolVersion() == null
                ? session.map(Session::version).orElse(named)
                : named;
        var way = session.map(its -> wayOf(its, exchange)).orElse(exchange);
        var channel = new Channel(way, request.meta().path(MetaKey.PROGRESS_TOKEN), session.map(Session::logLevel));
        var client = Client.ofUserAgent(headers.userAgent());
        var locale = Languages.of(request.meta(), headers.acceptLanguage());
        var context = new CallContext(caller, version, client, locale, Map.of(), channel);
        return session.isPresent()
                ? inSession(session.get(), incoming, context, way)
                : Optional.of(alone(request, context));
    }

    private Exchange wayOf(Session session, Exchange exchange) {
        return exchange instanceof Connection connection
                        && connection.takesEvents()
                        && session.version().hasPrimingEvents()
                ? new ResumableExchange(connection, events, session.id())
                : exchange;
    }

    private Optional<ObjectNode> inSession(Session session, Incoming incoming, CallContext context, Exchange exchange) {
        var request = incoming.request();
        var ofSessions = sessionMethods.get(request.method());
        if (ofSessions != null) {
            return Optional.of(ofSessions.call(request.params(), session, context));
        }
        var call = new SessionCall(
                session, incoming, methods.named(request.method(), context.version()), context, exchange);
        return exchange instanceof ResumableExchange resumable ? resumable(call, resumable) : calls.run(call);
    }

    /** Once there is a stream, its end is an event of it, whatever the end is. */
    private Optional<ObjectNode> resumable(SessionCall call, ResumableExchange exchange) {
        try {
            var result = calls.run(call);
            if (result.isEmpty() || !exchange.isStreaming()) {
                return result;
            }
            exchange.answer(call.ended(Reply.answering(call.request().id(), result.get())));
        } catch (RuntimeException failure) {
            if (!exchange.isStreaming()) {
                throw failure;
            }
            exchange.answer(call.ended(call.reply(failure)));
        }
        return Optional.empty();
    }

    private ObjectNode alone(Request request, CallContext context) {
        if (sessionMethods.containsKey(request.method())) {
            throw METHOD_NOT_FOUND.because("it needs a session, which this client has not");
        }
        var method = methods.named(request.method(), context.version());
        try {
            return method.call(request.params(), context);
        } catch (InputRequired required) {
            return method.unanswered(Unanswered.NOBODY_TO_ASK, context);
        }
    }

    /** A notification, or the response to a request of ours. */
    public Reply accept(Message message, RequestHeaders headers, Caller caller) {
        if (versionIn(headers.protocolVersion()).isModern()) {
            return Reply.ACCEPTED;
        }
        sessions.of(headers.sessionId(), caller).ifPresent(session -> {
            if (message instanceof Message.Response response) {
                calls.answer(session, caller, response.id(), response.json());
            } else if (message instanceof Message.Notification told
                    && told.method().equals(CANCELLED)) {
                cancel(session, caller, told.params());
            }
        });
        return Reply.ACCEPTED;
    }

    /** 2025-11-25, basic/utilities/cancellation: what is unknown or over is ignored. */
    private void cancel(Session session, Caller caller, ObjectNode params) {
        var request = params.path("requestId");
        if (Message.canBeId(request) && !calls.cancel(session.id(), request.toString())) {
            otherNodes.cancel(session.id(), caller.user(), request.toString());
        }
    }

    /** Ends the session a DELETE names (2025-11-25, basic/transports, session management). */
    public Reply end(RequestHeaders headers, Caller caller) {
        versionIn(headers.protocolVersion());
        var session = sessions.of(headers.sessionId(), caller)
                .orElseThrow(() -> INVALID_REQUEST.because(SESSION_ID + " is missing"));
        sessions.end(session, caller);
        calls.cancelAll(session.id());
        return Reply.NO_CONTENT;
    }

    @Override
    public int httpStatusOf(RpcError error) {
        return error == METHOD_NOT_FOUND ? INVALID_PARAMS.httpStatus() : error.httpStatus();
    }

    /** The version of a request that is not the handshake (2025-11-25, basic/transports, protocol version header). */
    public static ProtocolVersion versionIn(@Nullable String header) {
        if (header == null) {
            return ProtocolVersion.ASSUMED_LEGACY;
        }
        return ProtocolVersion.named(header).orElseThrow(() -> {
            var data = Json.object().put("requested", header);
            ProtocolVersion.all().forEach(data.putArray("supported")::add);
            return UNSUPPORTED_PROTOCOL_VERSION.with(data);
        });
    }

    /** 2025-11-25, basic/lifecycle, version negotiation. */
    public Reply initialize(Request request, Caller caller) {
        var requested = request.params().path("protocolVersion");
        if (!requested.isTextual()) {
            throw INVALID_PARAMS.because("protocolVersion must be a string");
        }
        var version = ProtocolVersion.named(requested.textValue())
                .filter(known -> !known.isModern())
                .orElse(ProtocolVersion.NEWEST_LEGACY);
        var session = sessions.begin(caller, request.params().path("capabilities"), version);
        var result = Json.object().put("protocolVersion", version.wireName());
        result.set("capabilities", session.isPresent() ? capabilitiesWithSession() : methods.capabilities());
        result.set("serverInfo", server.json());
        var reply = Reply.answering(request.id(), result.put("instructions", server.instructions()));
        return session.map(id -> reply.with(SESSION_ID, id)).orElse(reply);
    }

    /** What needs a session is promised with one only. */
    private ObjectNode capabilitiesWithSession() {
        var capabilities = methods.capabilities();
        capabilities.putObject("logging");
        LISTS.stream()
                .filter(capabilities::has)
                .forEach(list -> capabilities.withObjectProperty(list).put("listChanged", true));
        if (sessionMethods.containsKey("resources/subscribe")) {
            capabilities.withObjectProperty("resources").put("subscribe", true);
        }
        return capabilities;
    }
}
