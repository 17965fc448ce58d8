package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.SESSION_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.boundary.KeyRing;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.LogLevel;
import com.siacapp.protocol.entity.ProtocolVersion;
import com.siacapp.protocol.entity.Session;
import com.siacapp.sessions.boundary.McpSessions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of older clients (MCP 2025-11-25, basic/transports, session management). An id is sealed: it says whose the
 * session is and what was agreed on, so that a request costs one look whether it still lives.
 */
@Singleton
public class Sessions {

    private final McpSessions stored;
    private final Seal seal;
    private final Clock clock;

    @Inject
    Sessions(McpSessions stored, KeyRing keys, Clock clock) {
        this(stored, new Seal(keys.derive("MCP session")), clock);
    }

    /** Without a container. */
    public Sessions(McpSessions stored, Seal seal, Clock clock) {
        this.stored = stored;
        this.seal = seal;
        this.clock = clock;
    }

    /** The id of a new session; empty for a client that we can ask nothing, which has no use for one. */
    Optional<String> begin(Caller caller, JsonNode declaredCapabilities, ProtocolVersion version) {
        var capabilities = Session.usable(declaredCapabilities, version);
        if (capabilities.isEmpty()) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        var expiresAt = stored.begin(id, caller.user());
        var content = Json.object()
                .put("id", id.toString())
                .put("user", caller.user().toString())
                .put("client", caller.clientId())
                .put("version", version.wireName())
                .put("expires", expiresAt.getEpochSecond());
        return Optional.of(seal.seal(content.set("capabilities", capabilities).toString()));
    }

    /**
     * The session a request names, if it names one.
     *
     * @throws com.siacapp.protocol.entity.RpcException if it is not theirs, or over
     */
    public Optional<Session> of(@Nullable String sealed, Caller caller) {
        if (sealed == null) {
            return Optional.empty();
        }
        var session = seal.open(sealed)
                .map(Json::parsed)
                .filter(content -> isOf(caller, content))
                .flatMap(this::living);
        if (session.isEmpty()) {
            throw SESSION_NOT_FOUND.because("begin a new one");
        }
        return session;
    }

    /** Ends the session everywhere. */
    void end(Session session, Caller caller) {
        stored.end(session.id(), caller.user());
    }

    /** A step-up gives the client another grant; person and program stay who they are. */
    private boolean isOf(Caller caller, JsonNode content) {
        return content.path("user").asText().equals(caller.user().toString())
                && content.path("client").asText().equals(caller.clientId())
                && clock.instant()
                        .isBefore(Instant.ofEpochSecond(content.path("expires").asLong()));
    }

    private Optional<Session> living(JsonNode content) {
        var id = UUID.fromString(content.path("id").asText());
        var user = UUID.fromString(content.path("user").asText());
        var version = ProtocolVersion.named(content.path("version").asText()).orElse(ProtocolVersion.ASSUMED_LEGACY);
        return stored.find(id, user)
                .map(known -> LogLevel.named(known.logLevel()).orElse(Session.USUAL_LOG_LEVEL))
                .map(level -> new Session(id, version, content.path("capabilities"), level));
    }
}
