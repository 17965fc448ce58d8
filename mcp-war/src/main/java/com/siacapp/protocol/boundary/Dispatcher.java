package com.siacapp.protocol.boundary;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;
import static com.siacapp.protocol.entity.RpcError.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.control.Era;
import com.siacapp.protocol.control.Filters;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Methods;
import com.siacapp.protocol.control.ModernEra;
import com.siacapp.protocol.entity.CancelledException;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestFilter;
import com.siacapp.protocol.entity.RequestFilter.Incoming;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RequestId;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.StreamMethod;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Answers one message, in the era its sender speaks (MCP 2026-07-28, basic/versioning, dual-era servers). */
@Singleton
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private static final int LARGEST_BATCH = 50;

    private final Filters filters;
    private final Era modern;
    private final Era legacy;

    @Inject
    Dispatcher(
            @Any Instance<RpcMethod> methods,
            @Any Instance<StreamMethod> streams,
            @Any Instance<RequestFilter> filters,
            ServerInfo server,
            KeyRing keys,
            Clock clock) {
        this(
                methods.stream().toList(),
                streams.stream().toList(),
                filters.stream().toList(),
                server,
                new Seal(keys.derive("MCP request state")),
                clock);
    }

    /** Without a container. */
    public Dispatcher(
            Collection<RpcMethod> methods,
            Collection<StreamMethod> streams,
            Collection<RequestFilter> filters,
            ServerInfo server,
            Seal requestState,
            Clock clock) {
        this.filters = new Filters(filters);
        var shared = new Methods(methods);
        modern = new ModernEra(shared, streams, server, requestState, clock);
        legacy = new LegacyEra(shared, server);
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
                    : replyTo(json, headers, caller, exchange);
        } catch (RpcException refused) {
            return Optional.of(Reply.refusing(
                    Message.idOf(json).orElse(null), refused, refused.error().httpStatus()));
        }
    }

    private Optional<Reply> replyTo(JsonNode json, RequestHeaders headers, Caller caller, Exchange exchange) {
        return Message.of(json) instanceof Message.Request request
                ? filters.around(
                        new Incoming(request, headers, caller), () -> answer(request, headers, caller, exchange))
                : Optional.of(accept(headers));
    }

    /** 2025-03-26, basic: this version alone has batches, and each request of one gets its answer in one array. */
    private Reply replyToBatch(ArrayNode batch, RequestHeaders headers, Caller caller) {
        if (LegacyEra.versionIn(headers.protocolVersion()) != ProtocolVersion.V2025_03_26) {
            throw INVALID_REQUEST.because("batches are not supported, send one message per POST");
        }
        if (batch.isEmpty() || batch.size() > LARGEST_BATCH) {
            throw INVALID_REQUEST.because("a batch has 1 to %d messages".formatted(LARGEST_BATCH));
        }
        var replies = new ArrayList<Reply>();
        batch.forEach(json -> replies.add(replyInBatch(json, headers, caller)));
        return Reply.toBatch(replies);
    }

    private Reply replyInBatch(JsonNode json, RequestHeaders headers, Caller caller) {
        var id = Message.idOf(json).orElse(null);
        try {
            if (json.path("method").asText().equals(LegacyEra.INITIALIZE)) {
                throw INVALID_REQUEST.because("initialize cannot be part of a batch");
            }
            return replyTo(json, headers, caller, Exchange.ANSWER_ONLY).orElseThrow();
        } catch (RpcException refused) {
            return Reply.refusing(id, refused, refused.error().httpStatus());
        } catch (InsufficientScope challenge) {
            var alone = INVALID_REQUEST.because("this needs more permissions, send it alone to learn which");
            return Reply.refusing(id, alone, alone.error().httpStatus());
        }
    }

    /** Nothing a client tells us so far needs doing. */
    private static Reply accept(RequestHeaders headers) {
        LegacyEra.versionIn(headers.protocolVersion());
        return Reply.ACCEPTED;
    }

    private Optional<Reply> answer(Message.Request request, RequestHeaders headers, Caller caller, Exchange exchange) {
        var era = eraOf(request, headers);
        try {
            return era.answer(request, headers, caller, exchange).map(result -> Reply.answering(request.id(), result));
        } catch (RpcException refused) {
            return Optional.of(Reply.refusing(request.id(), refused, era.httpStatusOf(refused.error())));
        } catch (CancelledException nobodyWaits) {
            var ended = INTERNAL_ERROR.because("cancelled");
            return Optional.of(Reply.refusing(request.id(), ended, era.httpStatusOf(ended.error())));
        } catch (InsufficientScope challenge) {
            throw challenge;
        } catch (RuntimeException fault) {
            return Optional.of(fail(request, fault));
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

    /** The message of a fault stays here: it may hold what the client must not see. */
    private static Reply fail(Message.Request request, RuntimeException fault) {
        var logId = RequestId.current();
        LOG.errorf(fault, "A request failed, log id %s", logId);
        var shown = INTERNAL_ERROR.because("log id " + logId);
        return Reply.refusing(request.id(), shown, INTERNAL_ERROR.httpStatus());
    }
}
