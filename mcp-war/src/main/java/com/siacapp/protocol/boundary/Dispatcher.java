package com.siacapp.protocol.boundary;

import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.control.Era;
import com.siacapp.protocol.control.Failures;
import com.siacapp.protocol.control.Filters;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Methods;
import com.siacapp.protocol.control.ModernEra;
import com.siacapp.protocol.control.SessionCalls;
import com.siacapp.protocol.control.Sessions;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.SessionMethod;
import com.siacapp.protocol.entity.StreamMethod;
import com.siacapp.protocol.entity.TaskHost;
import com.siacapp.sessions.boundary.McpSessions;
import com.siacapp.sessions.boundary.StreamEvents;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers one message, in the era its sender speaks (MCP 2026-07-28, basic/versioning, dual-era servers). */
@Singleton
public class Dispatcher {

    /** The header that names an older client's session. */
    public static final String SESSION_ID = LegacyEra.SESSION_ID;

    private static final int LARGEST_BATCH = 50;

    private final Filters filters;
    private final Era modern;
    private final LegacyEra legacy;

    @Inject
    Dispatcher(
            @Any Instance<RpcMethod> methods,
            @Any Instance<SessionMethod> sessionMethods,
            @Any Instance<StreamMethod> streams,
            @Any Instance<RequestFilter> filters,
            ServerInfo server,
            TaskHost tasks,
            KeyRing keys,
            Clock clock,
            Sessions sessions,
            SessionCalls calls,
            McpSessions otherNodes,
            StreamEvents events) {
        this.filters = new Filters(filters.stream().toList());
        var shared = new Methods(methods.stream().toList());
        var requestState = new Seal(keys.derive("MCP request state"));
        modern = new ModernEra(shared, streams.stream().toList(), server, tasks, requestState, clock);
        legacy = new LegacyEra(shared, sessionMethods.stream().toList(), server, sessions, calls, otherNodes, events);
    }

    /** Without a container. */
    public Dispatcher(Collection<RequestFilter> filters, ModernEra modern, LegacyEra legacy) {
        this.filters = new Filters(filters);
        this.modern = modern;
        this.legacy = legacy;
    }

    /**
     * The reply to a message, or to a batch of them.
     *
     * @return empty if the exchange was deferred, to be answered later, or is held as a stream
     * @throws InsufficientScope when the token lacks scopes, which HTTP has an answer of its own for
     */
    public Optional<Reply> dispatch(JsonNode json, RequestHeaders headers, Caller caller, Exchange exchange) {
        try {
            return json.isArray()
                    ? Optional.of(replyToBatch((ArrayNode) json, headers, caller))
                    : replyTo(json, headers, caller, exchange, 0);
        } catch (RuntimeException failure) {
            return Optional.of(Failures.reply(Message.idOf(json).orElse(null), failure));
        }
    }

    /** The reply to what is no message. It counts like one: to read it was work. */
    public Reply replyToNonsense(@Nullable JsonNode id, RpcException reason, Caller caller) {
        return filters.refusal(caller)
                .orElseGet(() -> Reply.refusing(id, reason, reason.error().httpStatus()));
    }

    private Optional<Reply> replyTo(
            JsonNode json, RequestHeaders headers, Caller caller, Exchange exchange, int bytesBefore) {
        Message message;
        try {
            message = Message.of(json);
        } catch (RpcException reason) {
            return Optional.of(replyToNonsense(Message.idOf(json).orElse(null), reason, caller));
        }
        if (message instanceof Message.Request request) {
            var incoming = new Incoming(request, headers, caller, bytesBefore);
            return filters.around(incoming, () -> answer(incoming, exchange));
        }
        return filters.refusal(caller).or(() -> Optional.of(legacy.accept(message, headers, caller)));
    }

    /** Why this caller may not open a stream of their session now; empty if they may. */
    public Optional<Reply> refusal(Caller caller) {
        return filters.refusal(caller);
    }

    /** The reply to a DELETE of a session. */
    public Reply end(RequestHeaders headers, Caller caller) {
        try {
            return filters.refusal(caller).orElseGet(() -> legacy.end(headers, caller));
        } catch (RuntimeException failure) {
            return Failures.reply(null, failure);
        }
    }

    /** 2025-03-26, basic: this version alone has batches, and each request of one gets its answer in one array. */
    private Reply replyToBatch(ArrayNode batch, RequestHeaders headers, Caller caller) {
        try {
            requireBatch(batch, headers);
        } catch (RpcException reason) {
            return replyToNonsense(null, reason, caller);
        }
        var replies = new ArrayList<Reply>();
        var bytes = 0;
        for (var json : batch) {
            var reply = replyInBatch(json, headers, caller, bytes);
            bytes += reply.json().length;
            replies.add(reply);
        }
        return Reply.toBatch(replies);
    }

    private static void requireBatch(ArrayNode batch, RequestHeaders headers) {
        if (LegacyEra.versionIn(headers.protocolVersion()) != ProtocolVersion.V2025_03_26) {
            throw INVALID_REQUEST.because("batches are not supported, send one message per POST");
        }
        if (batch.isEmpty() || batch.size() > LARGEST_BATCH) {
            throw INVALID_REQUEST.because("a batch has 1 to %d messages".formatted(LARGEST_BATCH));
        }
    }

    private Reply replyInBatch(JsonNode json, RequestHeaders headers, Caller caller, int bytesBefore) {
        var id = Message.idOf(json).orElse(null);
        try {
            if (json.path("method").asText().equals(LegacyEra.INITIALIZE)) {
                throw INVALID_REQUEST.because("initialize cannot be part of a batch");
            }
            return replyTo(json, headers, caller, Exchange.ANSWER_ONLY, bytesBefore)
                    .orElseThrow();
        } catch (InsufficientScope challenge) {
            var alone = INVALID_REQUEST.because("this needs more permissions, send it alone to learn which");
            return Reply.refusing(id, alone, alone.error().httpStatus());
        } catch (RuntimeException failure) {
            return Failures.reply(id, failure);
        }
    }

    private Optional<Reply> answer(Incoming incoming, Exchange exchange) {
        var request = incoming.request();
        var era = eraOf(request, incoming.headers());
        try {
            return era == legacy && request.method().equals(LegacyEra.INITIALIZE)
                    ? Optional.of(legacy.initialize(request, incoming.caller()))
                    : era.answer(incoming, exchange).map(result -> Reply.answering(request.id(), result));
        } catch (RuntimeException failure) {
            return Optional.of(Failures.reply(request, failure, era::httpStatusOf));
        }
    }

    private Era eraOf(Message.Request request, RequestHeaders headers) {
        if (request.meta().has(MetaKey.PROTOCOL_VERSION)) {
            return modern;
        }
        // A modern header over a body without the modern fields is a modern client's mistake, and is told so.
        var saysModern = headers.protocolVersion() != null
                && ProtocolVersion.named(headers.protocolVersion())
                        .filter(ProtocolVersion::isModern)
                        .isPresent();
        return saysModern && !request.method().equals(LegacyEra.INITIALIZE) ? modern : legacy;
    }
}
