package com.siacapp.protocol.control;

import static com.siacapp.protocol.entity.RpcError.INVALID_PARAMS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.siacapp.grants.entity.Caller;
import com.siacapp.keys.entity.Seal;
import com.siacapp.protocol.entity.Json;
import com.siacapp.protocol.entity.Message.Request;
import com.siacapp.protocol.entity.MetaKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call that asks leaves with its client: the answers so far, for this person and app, this method and these
 * parameters, and for a while only (MCP 2026-07-28, multi round-trip requests, requestState). The client can neither read
 * nor change it.
 */
final class RequestState {

    private static final String REQUEST_STATE = "requestState";
    private static final String INPUT_RESPONSES = "inputResponses";

    /** What changes from one round to the next; all else must stay. */
    private static final List<String> CHANGING = List.of(MetaKey.META, REQUEST_STATE, INPUT_RESPONSES);

    /** Long enough for a person to look something up. */
    private static final Duration LIFESPAN = Duration.ofMinutes(30);

    private final Seal seal;
    private final Clock clock;

    RequestState(Seal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** All answers up to this round, by key; those of this round win. */
    Map<String, JsonNode> answersIn(Request request, Caller caller) {
        var answers = new HashMap<String, JsonNode>();
        var state = request.params().path(REQUEST_STATE);
        if (!state.isMissingNode()) {
            opened(state, request, caller).properties().forEach(known -> answers.put(known.getKey(), known.getValue()));
        }
        var responses = request.params().path(INPUT_RESPONSES);
        if (!responses.isMissingNode() && !responses.isObject()) {
            throw INVALID_PARAMS.because(INPUT_RESPONSES + " must be an object");
        }
        responses.properties().forEach(given -> answers.put(given.getKey(), given.getValue()));
        return answers;
    }

    /** The state to send with the next questions. */
    String with(Map<String, JsonNode> answers, Request request, Caller caller) {
        var state = Json.object()
                .put("call", digest(request, caller))
                .put("expires", clock.instant().plus(LIFESPAN).getEpochSecond());
        state.putObject("answers").setAll(answers);
        return seal.seal(state.toString());
    }

    private JsonNode opened(JsonNode state, Request request, Caller caller) {
        var content = Json.parsed(seal.open(state.asText()).orElseThrow(RequestState::notOurs));
        if (!content.path("call").asText().equals(digest(request, caller))) {
            throw notOurs();
        }
        if (clock.instant()
                .isAfter(Instant.ofEpochSecond(content.path("expires").asLong()))) {
            throw INVALID_PARAMS.because("the requestState has expired, call again without it");
        }
        return content.path("answers");
    }

    private static RuntimeException notOurs() {
        return INVALID_PARAMS.because("the requestState was not made for this request");
    }

    private static String digest(Request request, Caller caller) {
        ObjectNode params = request.params().deepCopy();
        params.remove(CHANGING);
        var call = String.join("\n", caller.user().toString(), caller.clientId(), request.method(), canonical(params));
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(call.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same object is written the same, whatever the order of its members. */
    private static String canonical(ObjectNode params) {
        try {
            return Json.SORTED.writeValueAsString(Json.SORTED.treeToValue(params, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
