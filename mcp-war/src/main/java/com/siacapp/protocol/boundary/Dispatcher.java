package com.siacapp.protocol.boundary;

import static com.siacapp.protocol.entity.RpcError.INTERNAL_ERROR;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.control.Era;
import com.siacapp.protocol.control.LegacyEra;
import com.siacapp.protocol.control.Methods;
import com.siacapp.protocol.control.ModernEra;
import com.siacapp.protocol.entity.InsufficientScope;
import com.siacapp.protocol.entity.Message;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.Reply;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcException;
import com.siacapp.protocol.entity.RpcMethod;
import com.siacapp.protocol.entity.ServerInfo;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers one message, in the era its sender speaks (MCP 2026-07-28, basic/versioning, dual-era servers). */
@Singleton
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Era modern;
    private final Era legacy;

    @Inject
    Dispatcher(@Any Instance<RpcMethod> methods, ServerInfo server) {
        this(methods.stream().toList(), server);
    }

    /** Without a container. */
    public Dispatcher(Collection<RpcMethod> methods, ServerInfo server) {
        var shared = new Methods(methods);
        modern = new ModernEra(shared, server);
        legacy = new LegacyEra(shared, server);
    }

    /**
     * The reply to a message.
     *
     * @throws InsufficientScope when the token lacks scopes, which HTTP has an answer of its own for
     */
    public Reply dispatch(JsonNode json, RequestHeaders headers, Caller caller) {
        try {
            var message = Message.of(json);
            return message instanceof Message.Request request ? answer(request, headers, caller) : accept(headers);
        } catch (RpcException refused) {
            return Reply.refusing(
                    Message.idOf(json).orElse(null), refused, refused.error().httpStatus());
        }
    }

    /** Nothing a client tells us so far needs doing. */
    private static Reply accept(RequestHeaders headers) {
        LegacyEra.versionIn(headers.protocolVersion());
        return Reply.ACCEPTED;
    }

    private Reply answer(Message.Request request, RequestHeaders headers, Caller caller) {
        var era = eraOf(request, headers);
        try {
            var result = era.answer(request, headers, caller);
            return Reply.answering(request.id(), result);
        } catch (RpcException refused) {
            return Reply.refusing(request.id(), refused, era.httpStatusOf(refused.error()));
        } catch (InsufficientScope challenge) {
            throw challenge;
        } catch (RuntimeException fault) {
            return fail(request, fault);
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
        var logId = UUID.randomUUID();
        LOG.errorf(fault, "A request failed, log id %s", logId);
        var shown = INTERNAL_ERROR.because("log id " + logId);
        return Reply.refusing(request.id(), shown, INTERNAL_ERROR.httpStatus());
    }
}
