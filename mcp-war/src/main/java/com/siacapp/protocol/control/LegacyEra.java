package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;
import static com.siacapp.protocol.entity.RpcError.METHOD_NOT_FOUND;
import static com.siacapp.protocol.entity.RpcError.UNSUPPORTED_PROTOCOL_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Channel;
import com.siacapp.protocol.entity.Client;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcError;
import com.siacapp.protocol.entity.ServerInfo;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 2024-11-05 to 2025-11-25: a handshake first, then requests that name their version in a header.
 *
 * <p>The handshake leaves nothing behind: a session id is the server's to give, and none is given (2025-11-25,
 * basic/transports, session management).
 */
public final class LegacyEra implements Era {

    public static final String INITIALIZE = "initialize";
    private static final String PING = "ping";

    private final Methods methods;
    private final ServerInfo server;

    public LegacyEra(Methods methods, ServerInfo server) {
        this.methods = methods;
        this.server = server;
    }

    @Override
    public Optional<ObjectNode> answer(Request request, RequestHeaders headers, Caller caller, Exchange exchange) {
        if (request.method().equals(INITIALIZE)) {
            return Optional.of(initialized(request));
        }
        var version = versionIn(headers.protocolVersion());
        if (request.method().equals(PING)) {
            return Optional.of(Json.object());
        }
        var client = Client.ofUserAgent(headers.userAgent());
        var locale = Languages.of(request.meta(), headers.acceptLanguage());
        var channel = new Channel(exchange, request.meta().path(MetaKey.PROGRESS_TOKEN), Optional.empty());
        var context = new CallContext(caller, version, client, locale, Map.of(), channel);
        return Optional.of(methods.named(request.method()).call(request.params(), context));
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
    private ObjectNode initialized(Request request) {
        var requested = request.params().path("protocolVersion");
        if (!requested.isTextual()) {
            throw INVALID_PARAMS.because("protocolVersion must be a string");
        }
        var version = ProtocolVersion.named(requested.textValue())
                .filter(known -> !known.isModern())
                .orElse(ProtocolVersion.NEWEST_LEGACY);
        var result = Json.object().put("protocolVersion", version.wireName());
        result.set("capabilities", methods.capabilities());
        result.set("serverInfo", server.json());
        return result.put("instructions", server.instructions());
    }
}
