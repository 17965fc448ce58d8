package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_META;
import static com.siacapp.protocol.entity.RpcError.UNSUPPORTED_PROTOCOL_VERSION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Client;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcError;
import com.siacapp.protocol.entity.ServerInfo;
import java.util.Map;

/** 2026-07-28 and later: each request says its version and its client, and needs no other request before it. */
public final class ModernEra implements Era {

    private static final String DISCOVER = "server/discover";

    private final Methods methods;
    private final ObjectNode serverInfo;
    private final String instructions;

    public ModernEra(Methods methods, ServerInfo server) {
        this.methods = methods;
        this.serverInfo = Json.object()
                .put("name", server.name())
                .put("title", server.title())
                .put("version", server.version());
        this.instructions = server.instructions();
    }

    @Override
    public ObjectNode answer(Request request, RequestHeaders headers, Caller caller) {
        var version = versionOf(request, headers);
        var client = clientOf(request, headers);
        StandardHeaders.verify(request, headers);
        if (request.method().equals(DISCOVER)) {
            return completed(discovered(), Caching.LIST);
        }
        var method = methods.named(request.method());
        var locale = Languages.of(request.meta(), headers.acceptLanguage());
        var result = method.call(request.params(), new CallContext(caller, version, client, locale, Map.of()));
        return method.caching().map(caching -> completed(result, caching)).orElseGet(() -> completed(result));
    }

    @Override
    public int httpStatusOf(RpcError error) {
        return error.httpStatus();
    }

    /** Versioning, protocol version negotiation. */
    private static ProtocolVersion versionOf(Request request, RequestHeaders headers) {
        var declared = request.meta().path(MetaKey.PROTOCOL_VERSION);
        if (!declared.isTextual()) {
            throw INVALID_META.because(MetaKey.PROTOCOL_VERSION + " must be a string");
        }
        StandardHeaders.verifyVersion(declared.textValue(), headers);
        return ProtocolVersion.named(declared.textValue())
                .filter(ProtocolVersion::isModern)
                .orElseThrow(() -> unsupported(declared));
    }

    private static RuntimeException unsupported(JsonNode requested) {
        var data = Json.object();
        ProtocolVersion.modern().forEach(data.putArray("supported")::add);
        return UNSUPPORTED_PROTOCOL_VERSION.with(data.set("requested", requested));
    }

    /** Basic, _meta: the capabilities are required, the client's name is not. */
    private static Client clientOf(Request request, RequestHeaders headers) {
        var meta = request.meta();
        if (!meta.path(MetaKey.CLIENT_CAPABILITIES).isObject()) {
            throw INVALID_META.because(MetaKey.CLIENT_CAPABILITIES + " must be an object");
        }
        if (!meta.has(MetaKey.CLIENT_INFO)) {
            return Client.ofUserAgent(headers.userAgent());
        }
        var info = meta.path(MetaKey.CLIENT_INFO);
        if (!info.path("name").isTextual() || !info.path("version").isTextual()) {
            throw INVALID_META.because(MetaKey.CLIENT_INFO + " must have a name and a version");
        }
        return new Client(info.path("name").textValue());
    }

    private ObjectNode discovered() {
        var result = Json.object();
        ProtocolVersion.modern().forEach(result.putArray("supportedVersions")::add);
        result.set("capabilities", methods.capabilities());
        return result.put("instructions", instructions);
    }

    private ObjectNode completed(ObjectNode result, Caching caching) {
        result.put("ttlMs", caching.ttl().toMillis())
                .put("cacheScope", caching.audience().wireName());
        return completed(result);
    }

    private ObjectNode completed(ObjectNode result) {
        result.put("resultType", "complete");
        result.withObjectProperty(MetaKey.META).set(MetaKey.SERVER_INFO, serverInfo);
        return result;
    }
}
