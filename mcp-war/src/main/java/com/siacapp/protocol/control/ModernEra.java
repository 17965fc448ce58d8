package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_META;
import static com.siacapp.protocol.entity.RpcError.UNSUPPORTED_PROTOCOL_VERSION;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.entity.BecomesTask;
import com.siacapp.protocol.entity.Caching;
import com.siacapp.protocol.entity.CallContext;
import com.siacapp.protocol.entity.Channel;
import com.siacapp.protocol.entity.Client;
import com.siacapp.protocol.entity.Exchange;
import com.siacapp.protocol.entity.Extension;
import com.siacapp.protocol.entity.Incoming;
import com.siacapp.protocol.entity.InputRequired;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.LogLevel;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.MetaKey;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.RequestHeaders;
import com.siacapp.protocol.entity.RpcError;
import com.siacapp.protocol.entity.ServerInfo;
import com.siacapp.protocol.entity.StreamMethod;
import com.siacapp.protocol.entity.TaskHost;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** 2026-07-28 and later: each request says its version and its client, and needs no other request before it. */
public final class ModernEra implements Era {

    private static final String DISCOVER = "server/discover";

    private final Methods methods;
    private final Map<String, StreamMethod> streams;
    private final ObjectNode serverInfo;
    private final String instructions;
    private final RequestState requestState;
    private final TaskHost tasks;

    public ModernEra(
            Methods methods,
            Collection<StreamMethod> streams,
            ServerInfo server,
            TaskHost tasks,
            Seal requestState,
            Clock clock) {
        this.tasks = tasks;
        this.requestState = new RequestState(requestState, clock);
        this.methods = methods;
        this.streams = streams.stream().collect(toUnmodifiableMap(StreamMethod::name, identity()));
        this.serverInfo = server.json();
        this.instructions = server.instructions();
    }

    @Override
    public Optional<ObjectNode> answer(Incoming incoming, Exchange exchange) {
        var request = incoming.request();
        var headers = incoming.headers();
        var caller = incoming.caller();
        var version = versionOf(request, headers);
        var client = clientOf(request, headers);
        StandardHeaders.verify(request, headers);
        if (request.method().equals(DISCOVER)) {
            return Optional.of(completed(discovered(), Caching.LIST));
        }
        var stream = streams.get(request.method());
        if (stream != null) {
            stream.open(request, context(request, headers, caller, exchange, version, client, Map.of()), exchange);
            return Optional.empty();
        }
        var method = methods.named(request.method(), version);
        StandardHeaders.verifyParams(method.mirrored(request.params(), caller), headers);
        var answers = requestState.answersIn(request, caller);
        var context = context(request, headers, caller, exchange, version, client, answers);
        try {
            return Optional.of(completed(method.call(request.params(), context), method.caching()));
        } catch (BecomesTask task) {
            return Optional.of(typed("task", tasks.begin(request, context)));
        } catch (InputRequired questions) {
            return Optional.of(asking(questions, client, requestState.with(answers, request, caller)));
        }
    }

    private static CallContext context(
            Request request,
            RequestHeaders headers,
            Caller caller,
            Exchange exchange,
            ProtocolVersion version,
            Client client,
            Map<String, JsonNode> answers) {
        var locale = Languages.of(request.meta(), headers.acceptLanguage());
        var channel = new Channel(exchange, request.meta().path(MetaKey.PROGRESS_TOKEN), logLevelOf(request));
        return new CallContext(caller, version, client, locale, answers, channel);
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
        var capabilities = meta.path(MetaKey.CLIENT_CAPABILITIES);
        if (!capabilities.isObject()) {
            throw INVALID_META.because(MetaKey.CLIENT_CAPABILITIES + " must be an object");
        }
        if (!meta.has(MetaKey.CLIENT_INFO)) {
            return new Client(Client.ofUserAgent(headers.userAgent()).name(), capabilities);
        }
        var info = meta.path(MetaKey.CLIENT_INFO);
        if (!info.path("name").isTextual() || !info.path("version").isTextual()) {
            throw INVALID_META.because(MetaKey.CLIENT_INFO + " must have a name and a version");
        }
        return new Client(info.path("name").textValue(), capabilities);
    }

    private ObjectNode discovered() {
        var result = Json.object();
        ProtocolVersion.modern().forEach(result.putArray("supportedVersions")::add);
        var capabilities = methods.capabilities();
        streams.values().forEach(stream -> stream.promise(capabilities));
        capabilities.putObject("logging");
        capabilities.withObjectProperty("extensions").putObject(Extension.TASKS);
        result.set("capabilities", capabilities);
        return result.put("instructions", instructions);
    }

    /** Basic, _meta: a request that names no level wants no log messages. */
    private static Optional<LogLevel> logLevelOf(Request request) {
        if (!request.meta().has(MetaKey.LOG_LEVEL)) {
            return Optional.empty();
        }
        return LogLevel.named(request.meta().path(MetaKey.LOG_LEVEL).asText()).or(() -> {
            throw INVALID_META.because(MetaKey.LOG_LEVEL + " is not a level of RFC 5424");
        });
    }

    /** Basic, error codes: only what the client declared may be asked of it. */
    private ObjectNode asking(InputRequired required, Client client, String state) {
        if (!required.isFor(client.capabilities())) {
            throw required.refusal(client.capabilities());
        }
        var result = Json.object();
        var requests = result.putObject("inputRequests");
        required.questions()
                .forEach((key, question) -> requests.putObject(key)
                        .put("method", question.method())
                        .set("params", question.modernParams()));
        return typed("input_required", result.put("requestState", state));
    }

    private ObjectNode completed(ObjectNode result, Optional<Caching> caching) {
        return caching.map(known -> completed(result, known)).orElseGet(() -> typed("complete", result));
    }

    private ObjectNode completed(ObjectNode result, Caching caching) {
        result.put("ttlMs", caching.ttl().toMillis())
                .put("cacheScope", caching.audience().wireName());
        return typed("complete", result);
    }

    private ObjectNode typed(String type, ObjectNode result) {
        result.put("resultType", type);
        result.withObjectProperty(MetaKey.META).set(MetaKey.SERVER_INFO, serverInfo);
        return result;
    }
}
